package moviegen.train;

import java.util.function.Supplier;

/**
 * A whole training: what is learned, and how.
 *
 * @param name what {@code train NAME} calls it; its run lives in a folder of this name
 * @param purpose one line on what comes out
 * @param steps optimizer steps, unless a budget says otherwise
 * @param optimizer how a gradient becomes a step
 * @param averaging decay of the moving average of the weights, which is what is kept
 * @param seed what every batch is drawn from
 * @param objective makes what is learned; called once, by the run
 * @param gate what its part must show before anything is built on it, with the command that tells
 */
public record Recipe(
    String name,
    String purpose,
    long steps,
    Optimizer optimizer,
    double averaging,
    long seed,
    Supplier<Objective> objective,
    String gate) {
  public static final String NO_GATE = "none";

  /** A recipe without a gate. */
  public Recipe(
      String name,
      String purpose,
      long steps,
      Optimizer optimizer,
      double averaging,
      long seed,
      Supplier<Objective> objective) {
    this(name, purpose, steps, optimizer, averaging, seed, objective, NO_GATE);
  }

  public Recipe {
    if (steps < 1) {
      throw new IllegalArgumentException("A recipe has at least 1 step, got " + steps);
    }
    if (averaging < 0 || averaging >= 1) {
      throw new IllegalArgumentException("Averaging is from 0 to below 1, got " + averaging);
    }
  }

  public Recipe withSteps(long count) {
    return new Recipe(name, purpose, count, optimizer, averaging, seed, objective, gate);
  }

  public Recipe withOptimizer(Optimizer other) {
    return new Recipe(name, purpose, steps, other, averaging, seed, objective, gate);
  }

  public Recipe withGate(String bar) {
    return new Recipe(name, purpose, steps, optimizer, averaging, seed, objective, bar);
  }
}
