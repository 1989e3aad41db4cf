package moviegen.train;

import java.util.function.Supplier;
import moviegen.nn.FlatParams;
import moviegen.tensor.CorePool;
import moviegen.tensor.DType;
import moviegen.tensor.MatrixRate;
import moviegen.tensor.Native;
import moviegen.tensor.Scope;
import moviegen.tensor.Tensor;

/**
 * Momentum whose matrices are made orthogonal before they are applied (Jordan et al. 2024), so that
 * every direction of a matrix learns at the same pace; vectors are left to Adam.
 *
 * @param matrices rate, schedule and clipping; the update of a matrix is scaled to the root mean
 *     square that Adam's has at the same rate (Liu et al. 2025)
 * @param momentum decay of the gradient's mean
 * @param vectors the rule for everything that is not a matrix
 */
public record Muon(AdamW matrices, double momentum, AdamW vectors) implements Optimizer {
  private static final int ITERATIONS = 5;
  private static final double A = 3.4445;
  private static final double B = -4.7750;
  private static final double C = 2.0315;
  private static final double ADAMS_SPREAD = 0.2;

  /** Found once: without matrix units bfloat16 is some twenty times slower than float32. */
  private static final class Fastest {
    static final DType TYPE = MatrixRate.fastest();
  }

  /** Matrices at {@code rate}, vectors at {@code vectors}. */
  public static Muon of(double rate, double vectors) {
    return new Muon(AdamW.of(rate), 0.95, AdamW.of(vectors).undecayed());
  }

  /** The same with its rates falling over the last {@code share} of a run. */
  public Muon cooling(double share) {
    return new Muon(matrices.cooling(share), momentum, vectors.cooling(share));
  }

  @Override
  public double rate(long step, long steps) {
    return matrices.rate(step, steps);
  }

  @Override
  public double step(FlatParams params, Moments moments, long step, long steps) {
    try (var _ = Scope.open();
        var _ = Native.noGrad()) {
      double norm = Optimizer.clip(params.grad(), matrices.clip());
      if (Double.isFinite(norm)) {
        long count = params.matrices();
        var grad = params.grad().narrow(0, 0, count);
        moments.first().narrow(0, 0, count).lerp_(grad, 1 - momentum);
        double rate = rate(step, steps);
        params.values().narrow(0, 0, count).mul_(1 - rate * matrices.decay());
        turnAll(params, moments, rate);
        long rest = params.values().count() - count;
        vectors.update(params, moments, count, rest, step, steps);
      }
      params.grad().zero_();
      return norm;
    }
  }

  /** A matrix on every core: they are small, so a second thread would gain little on one. */
  private void turnAll(FlatParams params, Moments moments, double rate) {
    try (var cores = new CorePool()) {
      cores.all(
          params.parts().stream()
              .filter(FlatParams.Part::isMatrix)
              .<Supplier<FlatParams.Part>>map(part -> () -> turn(part, params, moments, rate))
              .toList());
    }
  }

  private FlatParams.Part turn(
      FlatParams.Part part, FlatParams params, Moments moments, double rate) {
    try (var _ = Scope.open();
        var _ = Native.noGrad()) {
      var ahead = part.of(params.grad()).mul(1 - momentum); // Nesterov's look ahead
      var update = orthogonal(ahead.add(part.of(moments.first()).mul(momentum)));
      long rows = update.size(0);
      double scale = ADAMS_SPREAD * Math.sqrt(Math.max(rows, update.count() / rows));
      part.of(params.values()).add_(update.mul(-rate * scale));
      return part;
    }
  }

  /**
   * The nearest matrix (m, the rest) with all singular values about one, by a quintic Newton-Schulz
   * iteration in the type that this machine multiplies fastest.
   */
  static Tensor orthogonal(Tensor update) {
    long rows = update.size(0);
    long columns = update.count() / rows;
    var x = update.reshape(rows, columns);
    x = rows > columns ? x.transpose(0, 1) : x;
    double norm = Math.sqrt(update.mul(update).sum().item());
    x = x.mul(1 / (norm + 1e-7)).to(Fastest.TYPE).contiguous();
    for (int i = 0; i < ITERATIONS; i++) {
      var gram = x.matmul(x.transpose(0, 1));
      x = x.mul(A).add(gram.mul(B).add(gram.matmul(gram).mul(C)).matmul(x));
    }
    x = rows > columns ? x.transpose(0, 1) : x;
    return x.to(DType.FLOAT32).reshape(update.shape());
  }
}
