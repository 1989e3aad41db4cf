package moviegen.nn;

import static moviegen.testing.TensorAssert.assertThat;

import java.util.List;
import java.util.Optional;
import moviegen.tensor.DType;
import moviegen.tensor.Noise;
import moviegen.tensor.Ops;
import moviegen.tensor.Scope;
import moviegen.tensor.Tensor;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.EnumSource.Mode;

class ScaledDotProductTest {
  private static final double SCALE = 0.1;

  @ParameterizedTest
  @EnumSource(
      value = DType.class,
      mode = Mode.INCLUDE,
      names = {"FLOAT32", "BFLOAT16"})
  void allFormsSayTheSame(DType type) {
    try (var _ = Scope.open()) {
      var q = random(1, 20, type);
      var k = random(2, 30, type);
      var v = random(3, 30, type);
      var formula = q.matmul(k.transpose(2, 3)).mul(SCALE).softmax(3).matmul(v).to(DType.FLOAT32);
      double far = type == DType.FLOAT32 ? 1e-5 : 2e-2;
      assertThat(ScaledDotProduct.attend(q, k, v, Optional.empty(), SCALE).to(DType.FLOAT32))
          .isCloseTo(formula, far);
      assertThat(ScaledDotProduct.products(q, k, v, SCALE).to(DType.FLOAT32))
          .isCloseTo(formula, far);
      assertThat(Ops.attention(q, k, v, SCALE).to(DType.FLOAT32)).isCloseTo(formula, far);
    }
  }

  @Test
  void aBiasHidesWhatItIsLowFor() {
    try (var _ = Scope.open()) {
      var q = random(1, 20, DType.FLOAT32);
      var k = random(2, 30, DType.FLOAT32);
      var v = random(3, 30, DType.FLOAT32);
      var low = Ops.full(DType.FLOAT32, -30_000, 2, 1, 1, 10);
      var bias = Ops.cat(List.of(Ops.zeros(2, 1, 1, 20), low), 3);
      var seen = ScaledDotProduct.products(q, k.narrow(2, 0, 20), v.narrow(2, 0, 20), SCALE);
      assertThat(ScaledDotProduct.attend(q, k, v, Optional.of(bias), SCALE)).isCloseTo(seen, 1e-5);
    }
  }

  private static Tensor random(long seed, long tokens, DType type) {
    return Noise.gaussian(seed, 2, 3, tokens, 16).to(type);
  }
}
