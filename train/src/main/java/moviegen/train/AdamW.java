package moviegen.train;

import moviegen.nn.FlatParams;
import moviegen.tensor.Native;
import moviegen.tensor.Ops;
import moviegen.tensor.Scope;
import moviegen.tensor.Tensor;

/**
 * Adam with decoupled weight decay (Loshchilov and Hutter 2019), over flat buffers.
 *
 * @param rate learning rate once warm
 * @param warmup steps over which the rate rises linearly
 * @param cooldown share of the run, at its end, over which the rate falls along a cosine to a tenth
 * @param decay weight decay of matrices
 * @param beta1 decay of the gradient's mean
 * @param beta2 decay of its square's mean
 * @param clip largest norm of a gradient
 */
public record AdamW(
    double rate,
    long warmup,
    double cooldown,
    double decay,
    double beta1,
    double beta2,
    double clip) {
  private static final double EPS = 1e-8;
  private static final double LAST = 0.1;

  public static AdamW of(double rate) {
    return new AdamW(rate, 200, 0.25, 0.01, 0.9, 0.99, 1);
  }

  /** The learning rate of a step of a run of {@code steps}. */
  public double rate(long step, long steps) {
    double warm = Math.min(1, (step + 1.0) / warmup);
    double left = (steps - step) / Math.max(1, cooldown * steps);
    double cool =
        left >= 1 ? 1 : LAST + (1 - LAST) * (1 - Math.cos(Math.PI * Math.max(0, left))) / 2;
    return rate * warm * cool;
  }

  /** The two moving averages. */
  public record State(Tensor first, Tensor second) implements AutoCloseable {
    public static State of(long count) {
      try (var _ = Scope.open()) {
        return new State(Ops.zeros(count).retain(), Ops.zeros(count).retain());
      }
    }

    @Override
    public void close() {
      first.close();
      second.close();
    }
  }

  /**
   * Changes the parameters by one step and forgets the gradient.
   *
   * @return the gradient's norm before clipping
   */
  public double step(FlatParams params, State state, long step, long steps) {
    try (var _ = Scope.open();
        var _ = Native.noGrad()) {
      var grad = params.grad();
      double norm = Math.sqrt(grad.mul(grad).sum().item());
      if (!Double.isFinite(norm)) {
        grad.zero_();
        return norm;
      }
      if (norm > clip) {
        grad.mul_(clip / norm);
      }
      double rate = rate(step, steps);
      state.first().lerp_(grad, 1 - beta1);
      state.second().mul_(beta2).addcmul_(grad, grad, 1 - beta2);
      double bias1 = 1 - Math.pow(beta1, step + 1.0);
      double bias2 = 1 - Math.pow(beta2, step + 1.0);
      var width = state.second().mul(1 / bias2).sqrt_().add_(EPS);
      params.values().narrow(0, 0, params.matrices()).mul_(1 - rate * decay);
      params.values().addcdiv_(state.first(), width, -rate / bias1);
      grad.zero_();
      return norm;
    }
  }
}
