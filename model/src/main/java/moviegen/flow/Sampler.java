package moviegen.flow;

import moviegen.tensor.Scope;
import moviegen.tensor.Tensor;

/** Carries noise to data along a velocity field, step by step. */
public sealed interface Sampler permits EulerSampler, MidpointSampler, UniPcSampler {
  Schedule schedule();

  /** One step further. */
  Walk step(Walk walk, Velocity velocity);

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
    return resume(
        Walk.from(noise), velocity, walk -> listener.onStep(walk.done(), schedule().steps()));
  }

  /** Goes on from where a walk of the same sampler stood. */
  default Tensor resume(Walk start, Velocity velocity, WalkListener listener) {
    var walk = start;
    while (walk.done() < schedule().steps()) {
      var before = walk;
      try (var scope = Scope.open()) {
        walk = step(before, velocity);
        for (var tensor : walk.tensors()) {
          if (!before.has(tensor)) {
            scope.keep(tensor);
          }
        }
      }
      free(before, walk, start);
      listener.onStep(walk);
    }
    return walk.sample();
  }

  private static void free(Walk before, Walk after, Walk start) {
    before.tensors().stream()
        .filter(tensor -> !after.has(tensor) && !start.has(tensor))
        .forEach(Tensor::close);
  }
}
