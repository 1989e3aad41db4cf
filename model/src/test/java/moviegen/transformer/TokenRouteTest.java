package moviegen.transformer;

import static moviegen.tensor.DType.FLOAT32;
import static moviegen.tensor.Ops.randn;
import static moviegen.tensor.Ops.tensor;
import static moviegen.testing.TensorAssert.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Optional;
import java.util.SplittableRandom;
import moviegen.tensor.HostMemory;
import moviegen.tensor.Scope;
import org.junit.jupiter.api.Test;

class TokenRouteTest {
  @Test
  void halfOfTheTokensGoThroughTheMiddle() {
    try (var _ = Scope.open()) {
      var route = TokenRoute.draw(8, 9, new SplittableRandom(1));
      long[] taken = HostMemory.longs(route.taken());
      long[] skipping = HostMemory.longs(route.skipping());
      assertThat(taken).hasSize(5);
      assertThat(skipping).hasSize(4);
      assertThat(Arrays.stream(skipping))
          .doesNotContainAnyElementsOf(Arrays.stream(taken).boxed().toList());
      assertThat(route.from()).isEqualTo(2);
      assertThat(route.to()).isEqualTo(6);
    }
  }

  @Test
  void allComeBackToTheirPlaces() {
    try (var _ = Scope.open()) {
      var route = TokenRoute.draw(8, 9, new SplittableRandom(2));
      var tokens = randn(2, 9, 3);
      assertThat(route.joined(route.taken(tokens, 1), tokens)).isCloseTo(tokens, 0);
    }
  }

  @Test
  void theVelocityKeepsItsShapeAndBecomesAnother() {
    try (var params = Small.awake(4);
        var _ = Scope.open()) {
      var model = new MovieTransformer(params, Small.CONFIG);
      var x = randn(1, 16, 2, 4, 4);
      var conditions = model.conditions(Small.text(1, 5), FLOAT32);
      var route = TokenRoute.draw(Small.CONFIG.depth(), 8, new SplittableRandom(3));
      var some = model.forward(x, tensor(0.5), conditions, Optional.of(route));
      assertThat(some).hasShape(1, 16, 2, 4, 4);
      assertThat(some.sub(model.forward(x, tensor(0.5), conditions)).abs().max().item())
          .isPositive();
    }
  }
}
