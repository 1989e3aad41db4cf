package moviegen.generate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import moviegen.media.Frames;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class LatentColorsTest {
  private static final int CHANNELS = 5;
  private static final int SIDE = 8;
  private static final int SCALE = 4;

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3})
  void findsALinearDecoderAgain(long seed) {
    var random = new Random(seed);
    var weights = new double[3][CHANNELS];
    for (var row : weights) {
      java.util.Arrays.setAll(row, _ -> 10 * random.nextGaussian());
    }
    var latents = new float[CHANNELS * SIDE * SIDE];
    for (int i = 0; i < latents.length; i++) {
      latents[i] = (float) random.nextGaussian();
    }
    var painted = LatentColors.fit(latents, decoded(latents, weights), SCALE);
    var small = painted.paint(latents, SIDE, SIDE);
    for (int i = 0; i < 3 * SIDE * SIDE; i++) {
      assertThat(small.pixels().get(i) & 0xff)
          .isCloseTo(color(latents, weights[i % 3], i / 3), within(3));
    }
  }

  private static Frames decoded(float[] latents, double[][] weights) {
    int side = SIDE * SCALE;
    var film = Frames.black(1, side, side, 1);
    for (int i = 0; i < 3 * side * side; i++) {
      int place = i / 3 / side / SCALE * SIDE + i / 3 % side / SCALE;
      film.pixels().put(i, (byte) color(latents, weights[i % 3], place));
    }
    return film;
  }

  private static int color(float[] latents, double[] weights, int place) {
    double sum = 128;
    for (int c = 0; c < CHANNELS; c++) {
      sum += weights[c] * latents[c * SIDE * SIDE + place];
    }
    return Math.clamp(Math.round(sum), 0, 255);
  }
}
