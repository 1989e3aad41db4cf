package moviegen.audio;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import moviegen.tensor.Native;
import moviegen.tensor.Ops;
import moviegen.tensor.Scope;
import moviegen.tensor.Tensor;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class MelDistanceTest {
  private static final int RATE = 48_000;
  private static MelDistance distance;

  @BeforeAll
  static void build() {
    Native.matmulPrecision(Native.Precision.HIGHEST);
    Ops.manualSeed(5);
    distance = new MelDistance(RATE);
  }

  @AfterAll
  static void free() {
    distance.close();
  }

  @Test
  void isZeroForTheSameSound() {
    try (var _ = Scope.open()) {
      var noise = noise();
      assertThat(distance.of(noise, noise).item()).isZero();
    }
  }

  @Test
  void isOneForATenthOfTheAmplitude() {
    try (var _ = Scope.open()) {
      var noise = noise();
      assertThat((double) distance.of(noise, noise.mul(0.1)).item()).isCloseTo(1, within(0.01));
    }
  }

  @Test
  void hearsPitchButHardlyPhase() {
    try (var _ = Scope.open()) {
      var tone = tone(1000, 0);
      double phase = distance.of(tone, tone(1000, 1)).item();
      double pitch = distance.of(tone, tone(1500, 0)).item();
      assertThat(pitch).isGreaterThan(3 * phase);
    }
  }

  @Test
  void everyBandOfAWindowHasBins() {
    for (int window : new int[] {32, 256, 2048}) {
      int bins = window / 2 + 1;
      float[] bands = MelBands.of(window, RATE);
      assertThat(bands).hasSize(MelBands.count(window) * bins);
      for (int band = 0; band < MelBands.count(window); band++) {
        double sum = 0;
        for (int k = 0; k < bins; k++) {
          sum += bands[band * bins + k];
        }
        assertThat(sum).isCloseTo(1, within(1e-4));
      }
    }
  }

  private static Tensor noise() {
    return Ops.randn(2, 8192).mul(0.2);
  }

  private static Tensor tone(double frequency, double phase) {
    double[] values = new double[8192];
    for (int i = 0; i < values.length; i++) {
      values[i] = 0.5 * Math.sin(2 * Math.PI * frequency * i / RATE + phase);
    }
    return Ops.tensor(values).unsqueeze(0);
  }
}
