package moviegen.tensor;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LinearTest {
  private final int cores = Native.threads();

  @AfterEach
  void giveBack() {
    Native.threads(cores);
  }

  @ParameterizedTest
  @CsvSource({"512, 256, 704", "2, 3000, 200", "4096, 17, 33"})
  void isTheSameOnOneThreadAndOnTwo(int rows, int inner, int columns) {
    try (var _ = Scope.open();
        var _ = Native.noGrad()) {
      Ops.manualSeed(5);
      var x = Ops.randn(2, rows / 2, inner);
      var weight = Ops.randn(columns, inner);
      var bias = Ops.randn(columns);
      Native.threads(1);
      var plain = Ops.linear(x, weight);
      var biased = Ops.linear(x, weight, bias);
      Native.threads(2);
      assertThat(OneDnn.sharesOut(x, weight)).isTrue();
      assertSame(Ops.linear(x, weight), plain);
      assertSame(Ops.linear(x, weight, bias), biased);
      assertSame(Ops.linear(x.transpose(0, 1), weight), plain.transpose(0, 1));
    }
  }

  private static void assertSame(Tensor actual, Tensor expected) {
    assertThat(actual.shape()).isEqualTo(expected.shape());
    float most = actual.sub(expected).abs().max().item();
    assertThat(most).isLessThan(2e-3f);
  }

  @ParameterizedTest
  @CsvSource({"true", "false"})
  void gradientsPassOnTwoThreadsToo(boolean withBias) {
    Native.threads(2);
    try (var _ = Scope.open()) {
      var weight = Ops.randn(128, 128).requiresGrad();
      var x = Ops.ones(128, 128);
      var y = withBias ? Ops.linear(x, weight, Ops.ones(128)) : Ops.linear(x, weight);
      y.sum().backward();
      assertThat(weight.grad().sum().item()).isEqualTo(128f * 128 * 128);
    }
  }
}
