package moviegen.flow;

/** Hears of every step of a sampler; what it throws ends the sampling. */
@FunctionalInterface
public interface StepListener {
  StepListener NONE = (_, _) -> {};

  void onStep(int done, int steps);
}
