package moviegen.tensor;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class NativeTest {
  @Test
  void historyIsKeptAgainAfterTheGuard() {
    try (var _ = Scope.open()) {
      var x = Ops.ones(2).requiresGrad();
      try (var _ = Native.noGrad()) {
        assertThat(x.mul(2).isLearned()).isFalse();
      }
      assertThat(x.mul(2).isLearned()).isTrue();
    }
  }
}
