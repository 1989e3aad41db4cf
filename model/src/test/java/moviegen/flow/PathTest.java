package moviegen.flow;

import static moviegen.tensor.Ops.manualSeed;
import static moviegen.tensor.Ops.randn;
import static moviegen.tensor.Ops.tensor;
import static moviegen.testing.TensorAssert.assertThat;

import moviegen.tensor.Scope;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PathTest {
  @ParameterizedTest(name = "seed {0}")
  @ValueSource(longs = {0, 1, 2})
  void leadsFromNoiseToData(long seed) {
    manualSeed(seed);
    try (var _ = Scope.open()) {
      var noise = randn(2, 3, 4);
      var data = randn(2, 3, 4);
      var ends = Path.STRAIGHT.at(noise, data, tensor(0, 1));
      assertThat(ends.select(0, 0)).isCloseTo(noise.select(0, 0), 0);
      assertThat(ends.select(0, 1)).isCloseTo(data.select(0, 1), 1e-4);
    }
  }

  @ParameterizedTest(name = "sigma {0}")
  @ValueSource(doubles = {0, 1e-5, 0.3})
  void movesWithItsVelocity(double sigma) {
    manualSeed(7);
    try (var _ = Scope.open()) {
      var path = new Path(sigma);
      var noise = randn(2, 5);
      var data = randn(2, 5);
      var moved = path.at(noise, data, tensor(0.2, 0.5)).add(path.velocity(noise, data).mul(0.25));
      assertThat(moved).isCloseTo(path.at(noise, data, tensor(0.45, 0.75)), 1e-6);
    }
  }
}
