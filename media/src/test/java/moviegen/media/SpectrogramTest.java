package moviegen.media;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SpectrogramTest {
  @ParameterizedTest
  @ValueSource(ints = {2, 8, 64, 1024})
  void agreesWithTheDefinition(int length) {
    var random = new Random(length);
    var re = random.doubles(length).toArray();
    var im = random.doubles(length).toArray();
    var x = re.clone();
    var y = im.clone();
    new Fourier(length).transform(x, y);
    for (int k = 0; k < length; k += Math.max(1, length / 7)) {
      double sumX = 0;
      double sumY = 0;
      for (int i = 0; i < length; i++) {
        double angle = -2 * Math.PI * ((long) k * i % length) / length;
        sumX += re[i] * Math.cos(angle) - im[i] * Math.sin(angle);
        sumY += re[i] * Math.sin(angle) + im[i] * Math.cos(angle);
      }
      assertThat(x[k]).isCloseTo(sumX, within(1e-9));
      assertThat(y[k]).isCloseTo(sumY, within(1e-9));
    }
  }

  @Test
  void showsATonesPitchAsALine() {
    var picture = Spectrogram.draw(Tones.tone(894.4, 48_000, 48_000), 32, 100, List.of());
    int brightest = 0;
    for (int y = 0; y < 100; y++) {
      brightest = red(picture, 16, y) > red(picture, 16, brightest) ? y : brightest;
    }
    assertThat(brightest).isBetween(48, 51);
    assertThat(red(picture, 16, 10)).isLessThan(40);
  }

  private static int red(Frames picture, int x, int y) {
    return picture.pixels().get((y * picture.width() + x) * 3) & 255;
  }
}
