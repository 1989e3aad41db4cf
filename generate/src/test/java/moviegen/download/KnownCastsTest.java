package moviegen.download;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class KnownCastsTest {
  @TempDir Path folder;

  @Test
  void knowsTheHashAndTheLengthOfEveryFileItShips() {
    var casts = KnownCasts.shipped().casts();
    assertThat(casts).isNotEmpty();
    assertThat(casts.stream().flatMap(cast -> cast.files().stream()))
        .allMatch(file -> file.sha256().isPresent() && file.size().isPresent())
        .allMatch(file -> file.revision().matches("[0-9a-f]{40}"))
        .noneMatch(file -> file.name().endsWith(".pth") || file.name().endsWith(".bin"));
  }

  @Test
  void asksWhereTheHubHasAFile() {
    var file = KnownCasts.shipped().named("wan2.1-1.3b").files().getLast();
    assertThat(Mirror.HUB.address(file))
        .hasToString(
            "https://huggingface.co/Wan-AI/Wan2.1-T2V-1.3B/resolve/"
                + "37ec512624d61f7aa208f7ea8140a131f93afc9a/google/umt5-xxl/tokenizer.json");
  }

  @Test
  void namesWhatThereIs() {
    assertThatThrownBy(() -> KnownCasts.shipped().named("wan"))
        .hasMessage("No cast \"wan\" can be downloaded; there is wan2.1-1.3b.");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{}",
        "[]",
        "[{\"name\":\"../x\"}]",
        "[{\"name\":\"x\",\"title\":\"t\",\"license\":\"l\",\"source\":\"s\",\"files\":"
            + "[{\"part\":\"p\",\"repository\":\"a/b\",\"revision\":\"main\",\"path\":\"../c\"}]}]",
        "[{\"name\":\"x\",\"title\":\"t\",\"license\":\"l\",\"source\":\"s\",\"files\":"
            + "[{\"part\":\"p\",\"repository\":\"a/b\",\"revision\":\"main\",\"path\":\"c\","
            + "\"sha256\":\"12\"}]}]",
        "[{"
      })
  void refusesAListThatIsNone(String text) throws IOException {
    var file = Files.writeString(folder.resolve("casts.json"), text);
    assertThatThrownBy(() -> KnownCasts.read(file)).isInstanceOf(IllegalArgumentException.class);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "mirror.example",
        "ftp://a",
        "https://u:p@a",
        "https://a?b",
        "http://a b",
        "https:"
      })
  void refusesAMirrorThatIsNoAddress(String address) {
    assertThatThrownBy(() -> Mirror.of(Optional.of(address)))
        .hasMessageStartingWith("A mirror is an address such as https://mirror.example, got ");
  }

  @Test
  void takesTheMirrorThatWasNamed() {
    assertThat(Mirror.of(Optional.of("https://a.example/copy/")).base())
        .hasToString("https://a.example/copy");
  }
}
