package moviegen.text;

import static org.assertj.core.api.Assertions.assertThat;

import moviegen.nn.Params;
import moviegen.tensor.HostMemory;
import moviegen.tensor.Scope;
import org.junit.jupiter.api.Test;

class RelativePositionsTest {
  private static final int LENGTH = 40;
  private static final int MIDDLE = 20;

  /** Where each head of a fresh table looks most from the middle of a text. */
  @Test
  void freshHeadsLookOneBackOneAheadNearAndEverywhere() {
    try (var _ = Scope.open();
        var params = Params.random()) {
      var bias = new RelativePositions(params, T5Config.TINY_BYT5, true).forward(LENGTH);
      var row = bias.select(0, 0).select(1, MIDDLE); // heads m

      assertThat(HostMemory.longs(row.narrow(0, 0, 3).argmax(1)))
          .containsExactly(MIDDLE - 1, MIDDLE + 1, MIDDLE);
      assertThat(row.select(0, 3).abs().max().item()).isZero();
      assertThat(HostMemory.floats(row.select(0, 2).narrow(0, MIDDLE, 8)))
          .containsExactly(-0f, -0.5f, -1, -1.5f, -2, -2.5f, -3, -3.5f);
    }
  }
}
