package moviegen.train;

import moviegen.nn.FlatParams;
import moviegen.tensor.Tensor;

/** How a gradient becomes a step. */
public sealed interface Optimizer permits AdamW, Muon {
  /** The learning rate of a step of a run of {@code steps}. */
  double rate(long step, long steps);

  /**
   * Changes the parameters by one step and forgets the gradient; one that is not finite changes
   * nothing.
   *
   * @return the gradient's norm before clipping
   */
  double step(FlatParams params, Moments moments, long step, long steps);

  /** Shortens {@code grad} to a norm of {@code limit} where it is longer; returns what it was. */
  static double clip(Tensor grad, double limit) {
    double norm = Math.sqrt(grad.mul(grad).sum().item());
    if (Double.isFinite(norm) && norm > limit) {
      grad.mul_(limit / norm);
    }
    return norm;
  }
}
