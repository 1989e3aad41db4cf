package moviegen.queue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class FolderOutputsTest {
  @TempDir Path folder;

  @Test
  void givesBackWhatWasPutAndAnyPartOfIt() throws IOException {
    var outputs = new FolderOutputs(folder.resolve("films"));
    assertThat(outputs.put("a/1/film.mp4", content("0123456789"))).isEqualTo(10);
    assertThat(outputs.size("a/1/film.mp4")).hasValue(10);
    try (var all = outputs.open("a/1/film.mp4");
        var part = outputs.open("a/1/film.mp4", 3, 4)) {
      assertThat(all.readAllBytes()).asString(StandardCharsets.UTF_8).isEqualTo("0123456789");
      assertThat(part.readAllBytes()).asString(StandardCharsets.UTF_8).isEqualTo("3456");
    }
  }

  @Test
  void removesAllThatIsUnderAKey() {
    var outputs = new FolderOutputs(folder.resolve("films"));
    outputs.put("a/1/film.mp4", content("x"));
    outputs.put("a/2/film.mp4", content("x"));
    outputs.put("b/1/film.mp4", content("x"));
    outputs.delete("a");
    outputs.delete("nobody");
    assertThat(outputs.size("a/1/film.mp4")).isEmpty();
    assertThat(outputs.size("b/1/film.mp4")).hasValue(1);
  }

  @Test
  void showsNothingOfAStreamThatBreaksOff() throws IOException {
    var outputs = new FolderOutputs(folder.resolve("films"));
    InputStream broken =
        new InputStream() {
          @Override
          public int read() throws IOException {
            throw new IOException("broken off");
          }

          @Override
          public int read(byte[] bytes, int offset, int length) throws IOException {
            throw new IOException("broken off");
          }
        };
    assertThatThrownBy(
            () -> outputs.put("a/1/film.mp4", new SequenceInputStream(content("half"), broken)))
        .isInstanceOf(UncheckedIOException.class);
    assertThat(outputs.size("a/1/film.mp4")).isEmpty();
    try (var files = Files.walk(folder)) {
      assertThat(files.filter(Files::isRegularFile)).isEmpty();
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"..", "../x", "a/../../x", "/etc/passwd", "a//b", ".parts/x", "", "a/", "ä"})
  void refusesAKeyThatCouldLeaveItsFolder(String key) {
    var outputs = new FolderOutputs(folder.resolve("films"));
    assertThatThrownBy(() -> outputs.size(key)).isInstanceOf(IllegalArgumentException.class);
  }

  private static InputStream content(String text) {
    return new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8));
  }
}
