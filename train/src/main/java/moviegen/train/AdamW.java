package moviegen.train;

import moviegen.nn.FlatParams;
import moviegen.tensor.Native;
import moviegen.tensor.Scope;

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
    double clip)
    implements Optimizer {
  private static final double EPS = 1e-8;
  private static final double LAST = 0.1;

  public static AdamW of(double rate) {
    return new AdamW(rate, 200, 0.25, 0.01, 0.9, 0.99, 1);
  }

  @Override
  public double rate(long step, long steps) {
    double warm = Math.min(1, (step + 1.0) / warmup);
    double left = (steps - step) / Math.max(1, cooldown * steps);
    double cool =
        left >= 1 ? 1 : LAST + (1 - LAST) * (1 - Math.cos(Math.PI * Math.max(0, left))) / 2;
    return rate * warm * cool;
  }

  @Override
  public double step(FlatParams params, Moments moments, long step, long steps) {
    try (var _ = Scope.open();
        var _ = Native.noGrad()) {
      double norm = Optimizer.clip(params.grad(), clip);
      if (Double.isFinite(norm)) {
        update(params, moments, 0, params.matrices(), step, steps);
        long rest = params.values().count() - params.matrices();
        undecayed().update(params, moments, params.matrices(), rest, step, steps);
      }
      params.grad().zero_();
      return norm;
    }
  }

  /** Changes {@code count} values from {@code start} on, by the gradient as it is. */
  void update(FlatParams params, Moments moments, long start, long count, long step, long steps) {
    var values = params.values().narrow(0, start, count);
    var grad = params.grad().narrow(0, start, count);
    var first = moments.first().narrow(0, start, count);
    var second = moments.second().narrow(0, start, count);
    double rate = rate(step, steps);
    first.lerp_(grad, 1 - beta1);
    second.mul_(beta2).addcmul_(grad, grad, 1 - beta2);
    double bias1 = 1 - Math.pow(beta1, step + 1.0);
    double bias2 = 1 - Math.pow(beta2, step + 1.0);
    var width = second.mul(1 / bias2).sqrt_().add_(EPS);
    values.mul_(1 - rate * decay);
    values.addcdiv_(first, width, -rate / bias1);
  }

  /** The same with its rate falling over the last {@code share} of a run. */
  AdamW cooling(double share) {
    return new AdamW(rate, warmup, share, decay, beta1, beta2, clip);
  }

  AdamW undecayed() {
    return new AdamW(rate, warmup, cooldown, 0, beta1, beta2, clip);
  }
}
