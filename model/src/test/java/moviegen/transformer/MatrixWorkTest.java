package moviegen.transformer;

import static moviegen.tensor.DType.FLOAT32;
import static moviegen.tensor.Ops.randn;
import static moviegen.tensor.Ops.tensor;
import static org.assertj.core.api.Assertions.assertThat;

import moviegen.tensor.MatrixWork;
import moviegen.tensor.Scope;
import org.junit.jupiter.api.Test;

class MatrixWorkTest {
  @Test
  void countsWhatABlockMultiplies() {
    try (var params = Small.awake(0);
        var _ = Scope.open()) {
      var model = new MovieTransformer(params, Small.CONFIG);
      var conditions = model.conditions(Small.text(1, 5), FLOAT32);
      var x = randn(1, 16, 2, 4, 4);
      var work = MatrixWork.of(() -> model.forward(x, tensor(0.5), conditions));
      double block = 8 * (6.0 * 32 * 32 + 3.0 * 32 * 96);
      double ends = 8 * (2.0 * 32 * 64);
      double time = 256.0 * 32 + 32 * 32 + 6.0 * 32 * 32 + 2.0 * 32 * 32;
      assertThat(work.flops(MatrixWork.Kind.LINEAR)).isEqualTo(2 * (2 * block + ends + time));
      assertThat(work.flops(MatrixWork.Kind.ATTENTION)).isEqualTo(2 * (2 * 2.0 * 8 * (8 + 5) * 32));
    }
  }
}
