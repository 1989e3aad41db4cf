package moviegen.flow;

import static moviegen.tensor.Ops.ones;
import static moviegen.tensor.Ops.randn;
import static moviegen.tensor.Ops.zeros;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import moviegen.tensor.Scope;
import org.junit.jupiter.api.Test;

class FlowLossTest {
  @Test
  void isZeroForTheTrueVelocity() {
    try (var _ = Scope.open()) {
      var noise = randn(2, 3);
      var data = randn(2, 3);
      var truth = Path.STRAIGHT.velocity(noise, data);
      assertThat(FlowLoss.STRAIGHT.of((_, _) -> truth, data, noise, 0.3, 0.9).item()).isZero();
    }
  }

  @Test
  void isTheMeanSquareOfTheError() {
    try (var _ = Scope.open()) {
      var zero = zeros(2, 3);
      double[] losses = FlowLoss.STRAIGHT.at((x, _) -> x, ones(2, 3), zero, FlowLoss.fixedTimes(2));
      assertThat(losses).containsExactly(new double[] {0.75 * 0.75, 0.25 * 0.25}, within(1e-6));
    }
  }
}
