package moviegen.media;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HostileFileTest {
  @TempDir Path folder;

  private byte[] film() throws IOException {
    var file = folder.resolve("good.mp4");
    VideoWriter.write(
        file, Films.noise(1, 6, 64, 64), Encoding.FINE, Tags.comment("x").withXmp("<x/>"));
    return Files.readAllBytes(file);
  }

  private void refuses(Path file, String sentence) {
    assertThatThrownBy(() -> VideoReader.read(file))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining(file.getFileName().toString())
        .hasMessageContaining(sentence)
        .hasMessageMatching("[^\n]+\\.");
  }

  @Test
  void refusesWhatIsNoFile() {
    refuses(folder.resolve("missing.mp4"), "There is no file");
    refuses(folder, "is a folder");
    refuses(Path.of("http:", "example.org", "film.mp4"), "There is no file");
  }

  @Test
  void refusesAnEmptyFile() throws IOException {
    refuses(Files.createFile(folder.resolve("empty.mp4")), "is empty");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Dear diary, nothing happened today.",
        "#EXTM3U\n#EXT-X-TARGETDURATION:1\n#EXTINF:1,\nfile:///etc/hostname\n#EXT-X-ENDLIST\n",
        "ffconcat version 1.0\nfile /etc/hostname\n"
      })
  void refusesText(String text) throws IOException {
    refuses(Files.writeString(folder.resolve("text.mp4"), text), "is not a readable film");
  }

  @Test
  void refusesAPictureAsAFilm() {
    var file = folder.resolve("picture.png");
    Picture.write(file, Films.solid(0xff).only(0), Tags.NONE);
    refuses(file, "is not a readable film");
  }

  @Test
  void refusesATruncatedFilmWhereverItEnds() throws IOException {
    var bytes = film();
    var mark = 8 + 16 + "<x/>".length();
    for (var length = 1; length < bytes.length - mark; length += 997) {
      var file = folder.resolve("cut.mp4");
      Files.write(file, Arrays.copyOf(bytes, length));
      refuses(file, "");
    }
    var file = folder.resolve("half.mp4");
    Files.write(file, Arrays.copyOf(bytes, bytes.length / 2));
    refuses(file, "is truncated");
  }

  @Test
  void survivesFlippedBytes() throws IOException {
    var bytes = film();
    var random = new Random(7);
    for (var i = 0; i < 100; i++) {
      var flipped = bytes.clone();
      for (var k = 0; k < 1 + i % 8; k++) {
        flipped[random.nextInt(flipped.length)] = (byte) random.nextInt();
      }
      var file = Files.write(folder.resolve("flipped.mp4"), flipped);
      try {
        assertThat(VideoReader.read(file).count()).isPositive();
      } catch (IllegalArgumentException e) {
        assertThat(e).hasMessageContaining("flipped.mp4");
      }
    }
  }

  @Test
  void refusesWhatIsLargerThanItsLimits() throws IOException {
    film();
    var file = folder.resolve("good.mp4");
    var all = Limits.DEFAULT;
    assertThatThrownBy(() -> Probe.of(file, new Limits(100, all.pixels(), 600, 1 << 30)))
        .hasMessageContaining("more than the 100 allowed");
    assertThatThrownBy(() -> Probe.of(file, new Limits(all.bytes(), 4000, 600, 1 << 30)))
        .hasMessageContaining("has pictures of 64x64");
    assertThatThrownBy(() -> Probe.of(file, new Limits(all.bytes(), all.pixels(), 0.1, 1 << 30)))
        .hasMessageContaining("0.4 seconds long");
    try (var reader = VideoReader.open(file, new Limits(all.bytes(), all.pixels(), 600, 50_000))) {
      assertThatThrownBy(reader::read).hasMessageContaining("6 frames of 64x64");
    }
  }
}
