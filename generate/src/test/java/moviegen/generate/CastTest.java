package moviegen.generate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CastTest {
  @TempDir Path folder;

  @Test
  void opensWithoutReadingAPart() throws IOException {
    var file = Files.writeString(folder.resolve("words.json"), "{}");
    var cast = cast("words", MiniatureCast.entry(file));
    assertThat(cast.find("words")).isPresent();
    assertThat(cast.part("words").file()).isEqualTo(file);
  }

  @Test
  void namesTheFolderThatIsNoCast() {
    assertThatThrownBy(() -> Cast.open(folder))
        .hasMessage(
            "A cast is \"tiny\" or a folder with a cast.json; \"%s\" is neither.".formatted(folder));
  }

  @Test
  void namesThePartThatIsMissing() throws IOException {
    var file = Files.writeString(folder.resolve("words.json"), "{}");
    var entry = MiniatureCast.entry(file);
    Files.delete(file);
    assertThatThrownBy(() -> cast("words", entry))
        .hasMessage("The part \"words\" of the cast is missing: there is no file %s.", file);
  }

  @Test
  void namesThePartThatNobodyListed() throws IOException {
    var file = Files.writeString(folder.resolve("words.json"), "{}");
    var cast = cast("words", MiniatureCast.entry(file));
    assertThatThrownBy(() -> cast.part("autoencoder"))
        .hasMessageEndingWith("has no part \"autoencoder\"; it has words.");
  }

  @Test
  void namesThePartOfAnotherLength() throws IOException {
    var file = Files.writeString(folder.resolve("words.json"), "{}");
    var entry = MiniatureCast.entry(file);
    Files.writeString(file, "{ }");
    assertThatThrownBy(() -> cast("words", entry))
        .hasMessage(
            "The part \"words\" of the cast should have 2 bytes, %s has 3.".formatted(file));
  }

  @Test
  void namesThePartWithOtherContent() throws IOException {
    var file = Files.writeString(folder.resolve("words.json"), "{}");
    var entry = MiniatureCast.entry(file);
    Files.writeString(file, "[]");
    var cast = cast("words", entry);
    assertThatThrownBy(() -> cast.part("words"))
        .hasMessageStartingWith("The part \"words\" of the cast is not the file it should be:");
  }

  @Test
  void readsNoFileOutsideItsFolder() throws IOException {
    var entry = new LinkedHashMap<>(MiniatureCast.entry(Files.writeString(folder.resolve("a"), "")));
    entry.put("file", "../a");
    assertThatThrownBy(() -> cast("words", entry))
        .hasMessageContaining("must name a file in that folder, got \"../a\".");
  }

  @Test
  void namesTheIndexThatIsNoJson() throws IOException {
    Files.writeString(folder.resolve("cast.json"), "{");
    assertThatThrownBy(() -> Cast.open(folder))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageStartingWith("%s is not JSON:", folder.resolve("cast.json"));
  }

  private Cast cast(String part, Map<String, Object> entry) throws IOException {
    new JsonMapper()
        .writeValue(
            folder.resolve("cast.json").toFile(),
            Map.of("name", "test", "parts", Map.of(part, entry)));
    return Cast.open(folder);
  }
}
