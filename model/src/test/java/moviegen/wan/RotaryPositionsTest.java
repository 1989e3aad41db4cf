package moviegen.wan;

import static moviegen.testing.TensorAssert.assertThat;

import moviegen.tensor.Noise;
import moviegen.tensor.Ops;
import moviegen.tensor.Scope;
import moviegen.tensor.Tensor;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RotaryPositionsTest {
  private static final int D = 32;

  @ParameterizedTest(name = "{0} frames, {1} rows, {2} columns")
  @CsvSource({"6, 1, 1", "1, 6, 1", "1, 1, 6"})
  void scoresDependOnDistancesAlone(int frames, int rows, int columns) {
    try (var _ = Scope.open()) {
      var positions = RotaryPositions.of(frames, rows, columns, D);
      var q = positions.turn(everywhere(1, 6)).reshape(6, D);
      var k = positions.turn(everywhere(2, 6)).reshape(6, D);
      var scores = q.matmul(k.transpose(0, 1));
      var inner = scores.narrow(0, 0, 5).narrow(1, 0, 5);
      assertThat(scores.narrow(0, 1, 5).narrow(1, 1, 5)).isCloseTo(inner, 1e-4);
    }
  }

  @Test
  void keepsLengthsAndTheFirstTokenAsTheyAre() {
    try (var _ = Scope.open()) {
      var x = Noise.gaussian(3, 1, 24, 2, D);
      var turned = RotaryPositions.of(2, 3, 4, D).turn(x);
      assertThat(turned.normKeeping(3)).isCloseTo(x.normKeeping(3), 1e-5);
      assertThat(turned.narrow(1, 0, 1)).isCloseTo(x.narrow(1, 0, 1), 0);
    }
  }

  @Test
  void turnsThreeSharesOfEveryHead() {
    try (var _ = Scope.open()) {
      var turns = RotaryPositions.of(2, 2, 2, D).turns().reshape(2, 2, 2, D / 2, 2);
      var still = Ops.ones(2, 2, 2, D / 2);
      assertThat(cosines(turns).narrow(3, 0, 6).select(0, 0)).isCloseTo(part(still, 6), 0);
      assertThat(cosines(turns).narrow(3, 6, 5).select(1, 0)).isCloseTo(part(still, 5), 0);
      assertThat(cosines(turns).narrow(3, 11, 5).select(2, 0)).isCloseTo(part(still, 5), 0);
    }
  }

  private static Tensor cosines(Tensor turns) {
    return turns.select(4, 0);
  }

  private static Tensor part(Tensor ones, int pairs) {
    return ones.narrow(3, 0, pairs).select(0, 0);
  }

  /** The same vector at every token. */
  private static Tensor everywhere(long seed, int tokens) {
    return Noise.gaussian(seed, 1, 1, 1, D).expand(1, tokens, 1, D).contiguous();
  }
}
