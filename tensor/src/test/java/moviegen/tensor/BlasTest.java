package moviegen.tensor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import org.junit.jupiter.api.Test;

class BlasTest {
  @Test
  void multipliesAfterItsThreadsAreSet() {
    try (var _ = Scope.open()) {
      assertThatCode(Native::keepBlasToOneThread).doesNotThrowAnyException();
      assertThatCode(() -> Blas.threads(1)).doesNotThrowAnyException();
      assertThat(HostMemory.floats(Ops.linear(Ops.ones(2, 3), Ops.ones(1, 3)))).containsOnly(3);
    }
  }
}
