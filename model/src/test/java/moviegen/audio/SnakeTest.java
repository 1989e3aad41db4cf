package moviegen.audio;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import moviegen.tensor.HostMemory;
import moviegen.tensor.Ops;
import moviegen.tensor.Scope;
import org.junit.jupiter.api.Test;

class SnakeTest {
  private static final double[] VALUES = {-2.5, -1, -0.1, 0, 0.3, 1, 3};

  @Test
  void isTheIdentityWhereTheFrequencyIsNearZero() {
    float[] y = snake(1e-4, VALUES);
    for (int i = 0; i < y.length; i++) {
      assertThat((double) y[i]).isCloseTo(VALUES[i], within(1e-3));
    }
  }

  @Test
  void addsTheSquareOfTheSineOverTheFrequency() {
    double alpha = 1.7;
    float[] y = snake(alpha, VALUES);
    for (int i = 0; i < y.length; i++) {
      double sine = Math.sin(alpha * VALUES[i]);
      assertThat((double) y[i]).isCloseTo(VALUES[i] + sine * sine / alpha, within(1e-6));
    }
  }

  @Test
  void returnsToTheIdentityAfterEachHalfWave() {
    double alpha = 2;
    float[] y = snake(alpha, Math.PI / alpha, 2 * Math.PI / alpha);
    assertThat((double) y[0]).isCloseTo(Math.PI / alpha, within(1e-6));
    assertThat((double) y[1]).isCloseTo(2 * Math.PI / alpha, within(1e-6));
  }

  private static float[] snake(double alpha, double... values) {
    try (var _ = Scope.open()) {
      var x = Ops.tensor(values).reshape(1, -1, 1);
      return HostMemory.floats(new Snake(Ops.tensor(alpha)).forward(x));
    }
  }
}
