package moviegen.evaluate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class CameraMotionTest {
  @Test
  void aShiftedTextureMovesAllBandsByThatMuch() {
    var film = Textures.film((t, x, y) -> new double[] {x + 1.3 * t, y - 0.6 * t});
    var motion = CameraMotion.of(film, 0);
    for (int band = 0; band < CameraMotion.BANDS; band++) {
      assertThat(motion.total(band).x()).isCloseTo(-1.3 * 28, within(0.8));
      assertThat(motion.total(band).y()).isCloseTo(0.6 * 28, within(0.8));
      assertThat(motion.total(band).zoom()).isCloseTo(0, within(0.02));
    }
  }

  @Test
  void aScaledTextureGrowsInAllBands() {
    var film = Textures.film((t, x, y) -> new double[] {x / grown(t), y / grown(t)});
    var motion = CameraMotion.of(film, 0);
    for (int band = 0; band < CameraMotion.BANDS; band++) {
      assertThat(motion.total(band).zoom()).isCloseTo(Math.log(grown(28)), within(0.06));
    }
  }

  @Test
  void aPointIsFollowedToWhereItGoes() {
    var film = Textures.film((t, x, y) -> new double[] {x / grown(t), y / grown(t)});
    double[] to = CameraMotion.of(film, 0).follow(0, 40, -30);
    assertThat(to[0]).isCloseTo(40 * grown(4), within(0.5));
    assertThat(to[1]).isCloseTo(-30 * grown(4), within(0.5));
  }

  private static double grown(int t) {
    return Math.exp(0.012 * t);
  }
}
