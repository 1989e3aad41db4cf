package moviegen.media;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class GifTest {
  @TempDir Path folder;

  @Test
  void keepsLengthSizeAndPlainColors() {
    var film = Frames.black(24, 32, 48, 16);
    for (int t = 0; t < film.count(); t++) {
      var frame = film.frame(t);
      for (int i = 0; i < frame.capacity(); i += 3) {
        frame.put(i, (byte) (10 * t)).put(i + 2, (byte) 200);
      }
    }
    var file = folder.resolve("film.gif");
    Gif.write(file, film);
    var read = VideoReader.read(file);
    assertThat(read.count()).isEqualTo(24);
    assertThat(read.width()).isEqualTo(48);
    assertThat(read.height()).isEqualTo(32);
    assertThat(read.seconds()).isCloseTo(1.5, within(0.07));
    assertThat(Difference.between(film, read).largest()).isLessThanOrEqualTo(1);
  }
}
