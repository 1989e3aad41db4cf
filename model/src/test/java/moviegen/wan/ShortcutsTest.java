package moviegen.wan;

import static moviegen.testing.TensorAssert.assertThat;

import moviegen.tensor.Ops;
import moviegen.tensor.Scope;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ShortcutsTest {
  @ParameterizedTest
  @CsvSource({"8, 1, 1", "8, 1, 2", "8, 2, 2", "16, 2, 2", "4, 2, 2"})
  void averagesOfCopiesAreWhatWasCopied(int out, int frames, int side) {
    try (var _ = Scope.open()) {
      var x = Ops.randn(1, 3, 4, 5, 8);

      var up = Shortcuts.up(x, out, frames, side, false);
      assertThat(up).hasShape(1, 3L * frames, 4L * side, 5L * side, out);
      assertThat(Shortcuts.down(up, 8, frames, side)).isCloseTo(x, 1e-6);
      assertThat(Shortcuts.up(x, out, frames, side, true))
          .isCloseTo(up.narrow(1, frames - 1, 2L * frames + 1), 0);
    }
  }
}
