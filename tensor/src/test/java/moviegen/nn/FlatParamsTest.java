package moviegen.nn;

import static moviegen.testing.TensorAssert.assertThat;

import moviegen.tensor.Ops;
import moviegen.tensor.Scope;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.Test;

class FlatParamsTest {
  @Test
  void parametersReadAndLearnThroughTheBuffers() {
    try (var params = Params.random();
        var _ = Scope.open()) {
      var layer = Linear.biased(params.at("layer"), 3, 2);
      var x = Ops.randn(4, 3);
      var before = layer.forward(x);
      try (var flat = new FlatParams(params)) {
        Assertions.assertThat(flat.values().count()).isEqualTo(8);
        Assertions.assertThat(flat.matrices()).isEqualTo(6);
        assertThat(layer.forward(x)).isCloseTo(before, 0);

        layer.forward(x).sum().backward();
        assertThat(flat.grad().narrow(0, 6, 2)).isCloseTo(Ops.ones(2).mul(4), 0);

        flat.values().zero_();
        assertThat(layer.forward(x)).isCloseTo(Ops.zeros(4, 2), 0);
      }
    }
  }
}
