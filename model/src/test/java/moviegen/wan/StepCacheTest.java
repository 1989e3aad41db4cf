package moviegen.wan;

import static moviegen.testing.TensorAssert.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import moviegen.flow.UniPcSampler;
import moviegen.golden.Golden;
import moviegen.nn.Params;
import moviegen.tensor.DType;
import moviegen.tensor.Noise;
import moviegen.tensor.Ops;
import moviegen.tensor.Scope;
import org.bytedeco.javacpp.Pointer;
import org.junit.jupiter.api.Test;

class StepCacheTest {
  private static final int STEPS = 20;

  @Test
  void withoutPatienceChangesNothing() {
    try (var _ = Scope.open();
        var params = params()) {
      var velocity = velocity(params);
      var noise = Noise.gaussian(4, 1, 16, 2, 4, 4);
      try (var cache = new StepCache(velocity, 0)) {
        assertThat(cache.at(noise, 0.1)).isCloseTo(velocity.at(noise, 0.1), 1e-5);
        assertThat(cache.at(noise, 0.2)).isCloseTo(velocity.at(noise, 0.2), 1e-5);
        assertThat(cache.computed()).isEqualTo(2);
      }
    }
  }

  @Test
  void withMorePatienceComputesLessAndErrsMore() {
    try (var _ = Scope.open();
        var params = params()) {
      var velocity = velocity(params);
      var sampler = new UniPcSampler(WanVelocity.schedule(STEPS, 3));
      var noise = Noise.gaussian(5, 1, 16, 2, 4, 4);
      var whole = sampler.sample(noise, velocity);
      int computed = STEPS + 1;
      double error = -1;
      for (double threshold : List.of(0.02, 0.2, 0.6)) {
        try (var cache = new StepCache(velocity, threshold)) {
          double distance = Golden.distance(sampler.sample(noise, cache), whole);
          assertThat(cache.computed()).isLessThan(computed);
          assertThat(distance).isGreaterThan(error);
          computed = cache.computed();
          error = distance;
        }
      }
      assertThat(computed).isLessThan(STEPS / 2);
    }
  }

  @Test
  void leavesNothingBehind() {
    try (var _ = Scope.open();
        var params = params()) {
      var velocity = velocity(params);
      var noise = Noise.gaussian(6, 1, 16, 2, 4, 4);
      long before = Pointer.totalCount();
      try (var _ = Scope.open();
          var cache = new StepCache(velocity, 0.5)) {
        cache.at(noise, 0.1);
        cache.at(noise, 0.2);
      }
      assertThat(Pointer.totalCount()).isEqualTo(before);
    }
  }

  private static WanVelocity velocity(Params params) {
    var transformer = new WanTransformer(params, WanConfig.MINIATURE, DType.FLOAT32);
    return new WanVelocity(transformer, transformer.read(Noise.gaussian(7, 1, 5, 32)));
  }

  private static Params params() {
    Ops.manualSeed(8);
    return Params.frozen((_, init, shape) -> init.fill(shape));
  }
}
