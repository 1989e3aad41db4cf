package moviegen.flow;

import moviegen.tensor.Scope;
import moviegen.tensor.Tensor;

/** Carries noise to data along a velocity field, step by step. */
public sealed interface Sampler permits EulerSampler, MidpointSampler {
  Schedule schedule();

  /** Goes on from {@code x} at the time {@code now} to the time {@code next}. */
  Tensor step(Tensor x, Velocity velocity, double now, double next);

  default Tensor sample(Tensor noise, Velocity velocity) {
    return sample(noise, velocity, StepListener.NONE);
  }

  /**
   * Goes from time 0 to time 1.
   *
   * @param noise (b …)
   * @return (b …)
   */
  default Tensor sample(Tensor noise, Velocity velocity, StepListener listener) {
    var times = schedule().times();
    var x = noise;
    for (int i = 1; i < times.size(); i++) {
      Tensor before = x;
      try (var scope = Scope.open()) {
        x = scope.keep(step(before, velocity, times.get(i - 1), times.get(i)));
      }
      if (i > 1) {
        before.close();
      }
      listener.onStep(i, schedule().steps());
    }
    return x;
  }
}
