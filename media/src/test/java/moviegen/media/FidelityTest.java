package moviegen.media;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.BitSet;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FidelityTest {
  private static final double C1 = 2.55 * 2.55;

  @Test
  void ofAFilmWithItselfIsPerfect() {
    var film = Films.noise(3, 2, 16, 24);
    assertThat(Fidelity.psnr(film, film)).isInfinite();
    assertThat(Fidelity.ssim(film, film)).isCloseTo(1, within(1e-12));
    assertThat(Difference.between(film, film))
        .isEqualTo(new Difference(0, 0, Double.POSITIVE_INFINITY));
    assertThat(Difference.between(film, film).equal()).isTrue();
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 5, 50})
  void knowsAConstantOffset(int offset) {
    var a = Films.solid(Films.gray(100));
    var b = Films.solid(Films.gray(100 + offset));
    assertThat(Fidelity.psnr(a, b)).isCloseTo(20 * Math.log10(255.0 / offset), within(1e-9));
    var luminance = 200.0 * (100 + offset) + C1;
    var powers = 100.0 * 100 + (100 + offset) * (100 + offset) + C1;
    assertThat(Fidelity.ssim(a, b)).isCloseTo(luminance / powers, within(1e-9));
    assertThat(Difference.between(a, b).largest()).isEqualTo(offset);
    assertThat(Difference.between(a, b).differing()).isEqualTo(1);
  }

  @Test
  void meansTheSquaredErrorOverAllFramesOfAFilm() {
    var a = Films.of(2, 16, 16, 16, (_, _, _) -> 0);
    var b = Films.of(2, 16, 16, 16, (t, _, _) -> t == 0 ? 0 : Films.gray(10));
    assertThat(Fidelity.psnr(a, b)).isCloseTo(10 * Math.log10(255 * 255 / 50.0), within(1e-9));
  }

  @Test
  void looksOnlyAtMarkedPixels() {
    var a = Films.of(2, 16, 16, 16, (_, _, _) -> 0);
    var b = Films.of(2, 16, 16, 16, (_, _, x) -> Films.gray(x == 3 ? 20 : 200));
    var column = new BitSet();
    for (var y = 0; y < 16; y++) {
      column.set(y * 16 + 3);
    }
    assertThat(Fidelity.psnr(a, b, List.of(column, new BitSet())))
        .isCloseTo(20 * Math.log10(255.0 / 20), within(1e-9));
    assertThatThrownBy(() -> Fidelity.psnr(a, b, List.of(new BitSet(), new BitSet())))
        .hasMessageContaining("without a pixel");
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3})
  void ssimIsWhatItsDefinitionSays(long seed) {
    var a = Films.noise(seed, 1, 14, 17);
    var b = Films.noise(seed + 100, 1, 14, 17);
    assertThat(Fidelity.ssim(a, b)).isCloseTo(byDefinition(a, b), within(1e-9));
    assertThat(Fidelity.ssim(a, b)).isEqualTo(Fidelity.ssim(b, a), within(1e-12));
  }

  /** Every window on its own, with its two-dimensional Gaussian and centered moments. */
  private static double byDefinition(Frames a, Frames b) {
    var c2 = 7.65 * 7.65;
    var total = 0.0;
    var windows = 0;
    for (var top = 0; top + 11 <= a.height(); top++) {
      for (var left = 0; left + 11 <= a.width(); left++, windows++) {
        var moments = new double[6];
        for (var pass = 0; pass < 2; pass++) {
          for (var y = 0; y < 11; y++) {
            for (var x = 0; x < 11; x++) {
              var weight = Math.exp(-((y - 5) * (y - 5) + (x - 5) * (x - 5)) / 4.5);
              var p = luma(a, top + y, left + x);
              var q = luma(b, top + y, left + x);
              if (pass == 0) {
                moments[0] += weight;
                moments[1] += weight * p;
                moments[2] += weight * q;
              } else {
                var dp = p - moments[1] / moments[0];
                var dq = q - moments[2] / moments[0];
                moments[3] += weight * dp * dp;
                moments[4] += weight * dq * dq;
                moments[5] += weight * dp * dq;
              }
            }
          }
        }
        var sum = moments[0];
        var mp = moments[1] / sum;
        var mq = moments[2] / sum;
        total +=
            (2 * mp * mq + C1)
                * (2 * moments[5] / sum + c2)
                / ((mp * mp + mq * mq + C1) * ((moments[3] + moments[4]) / sum + c2));
      }
    }
    return total / windows;
  }

  private static double luma(Frames film, int y, int x) {
    var at = (y * film.width() + x) * 3;
    return 0.299 * (film.pixels().get(at) & 0xff)
        + 0.587 * (film.pixels().get(at + 1) & 0xff)
        + 0.114 * (film.pixels().get(at + 2) & 0xff);
  }

  @Test
  void comparesOnlyFilmsOfOneShape() {
    assertThatThrownBy(() -> Fidelity.psnr(Films.noise(1, 2, 16, 16), Films.noise(1, 3, 16, 16)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("2 frames of 16x16 and 3 of 16x16");
  }
}
