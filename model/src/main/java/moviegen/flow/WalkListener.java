package moviegen.flow;

/** Sees where a sampler stands after every step; what it throws ends the sampling. */
@FunctionalInterface
public interface WalkListener {
  /** The walk's tensors live until the next step. */
  void onStep(Walk walk);
}
