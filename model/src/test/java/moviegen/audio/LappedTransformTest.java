package moviegen.audio;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import moviegen.nn.Params;
import moviegen.tensor.HostMemory;
import moviegen.tensor.Ops;
import moviegen.tensor.Scope;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LappedTransformTest {
  private static final int BLOCKS = 6;

  @ParameterizedTest
  @ValueSource(ints = {4, 16, 40})
  void withAllFrequenciesItsOverlapsAddUpToTheWave(int hop) {
    try (var params = Params.random();
        var _ = Scope.open()) {
      var transform = new LappedTransform(params, hop, hop);
      var wave = Ops.randn(2, (long) BLOCKS * hop, 1);
      var back = transform.decode(transform.encode(wave));
      // Beyond both ends there is nothing for the first and the last half block to overlap with.
      var inside = (BLOCKS - 1L) * hop;
      float[] expected = HostMemory.floats(wave.narrow(1, hop / 2, inside));
      float[] actual = HostMemory.floats(back.narrow(1, hop / 2, inside));
      for (int i = 0; i < expected.length; i++) {
        assertThat(actual[i]).isCloseTo(expected[i], within(1e-4f));
      }
    }
  }

  @Test
  void withAFewItKeepsWhatIsLow() {
    int hop = 96;
    try (var params = Params.random();
        var _ = Scope.open()) {
      var transform = new LappedTransform(params, hop / 4, hop);
      for (double share : new double[] {0.1, 0.6}) {
        float[] sine = new float[BLOCKS * hop];
        for (int i = 0; i < sine.length; i++) {
          sine[i] = (float) Math.sin(Math.PI * share * i);
        }
        var wave = HostMemory.tensor(sine, 1, sine.length, 1);
        var back = transform.decode(transform.encode(wave)).narrow(1, hop, 4L * hop);
        double kept = back.mul(back).mean().item();
        assertThat(kept).isCloseTo(share < 0.25 ? 0.5 : 0, within(0.02));
      }
    }
  }
}
