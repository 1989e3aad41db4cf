package moviegen.flow;

import java.util.List;
import moviegen.tensor.Tensor;

/**
 * The unified predictor-corrector of order two (UniPC, arXiv 2302.04867): one evaluation a step,
 * which corrects the step before and predicts the next.
 */
public record UniPcSampler(Schedule schedule) implements Sampler {
  /*
   * At time t a sample is t data + (1 − t) noise, and a velocity says which data it heads for:
   * D = x + (1 − t) v. In the logarithm λ = log(t / (1 − t)) the way to the next time is
   *
   *   x' = (1 − t') / (1 − t) x + t' ∫ e^(λ − λ') D dλ,
   *
   * whose first part is exact. Under the integral D is a polynomial through what it was at earlier
   * times (predictor), and then through what it turned out to be at the new one as well (corrector).
   * The variant is the paper's B2, with B(h) = e^h − 1. Tensors of a walk after its first step: the
   * sample, the corrected sample it was predicted from, D there, and from the
   * second on D one step earlier.
   */
  private static final int LAST = 1;

  private static final int DATA = 2;
  private static final int EARLIER = 3;

  @Override
  public Walk step(Walk walk, Velocity velocity) {
    int i = walk.done();
    double now = time(i);
    var x = walk.sample();
    var data = x.add(velocity.at(x, now).mul(1 - now));
    var known = walk.tensors();
    if (i == 0) {
      return new Walk(1, List.of(predict(x, data, data, i), x, data));
    }
    var corrected = correct(known, data, i);
    return new Walk(
        i + 1,
        List.of(predict(corrected, data, known.get(DATA), i), corrected, data, known.get(DATA)));
  }

  private Tensor predict(Tensor x, Tensor data, Tensor earlier, int i) {
    double growth = Math.expm1(-gap(i, i + 1));
    var straight = straight(x, data, i, growth);
    if (order(i) == 1) {
      return straight;
    }
    var slope = data.sub(earlier).mul(-1 / ratio(i));
    return straight.add(slope.mul(-0.5 * time(i + 1) * growth));
  }

  /** Goes the step to time {@code i} again, knowing the {@code data} found there. */
  private Tensor correct(List<Tensor> known, Tensor data, int i) {
    double h = -gap(i - 1, i);
    double growth = Math.expm1(h);
    var before = known.get(DATA);
    var straight = straight(known.get(LAST), before, i - 1, growth);
    var found = data.sub(before);
    double factor = -time(i) * growth;
    if (order(i - 1) == 1) {
      return straight.add(found.mul(0.5 * factor));
    }
    double second = growth / h - 1;
    double third = second / h - 0.5;
    double ratio = ratio(i - 1);
    double old = (second - 2 * third) / growth / (1 - ratio);
    var slope = known.get(EARLIER).sub(before).mul(old / ratio);
    return straight.add(slope.add(found.mul(second / growth - old)).mul(factor));
  }

  /** From time {@code i} to the next as if D stayed what it is. */
  private Tensor straight(Tensor x, Tensor data, int i, double growth) {
    return x.mul((1 - time(i + 1)) / (1 - time(i))).sub(data.mul(time(i + 1) * growth));
  }

  /** Of the step that begins at time {@code i}: one at both ends. */
  private int order(int i) {
    return i == 0 || i == schedule.steps() - 1 ? 1 : 2;
  }

  /** How long the step before time {@code i} was, against the one after it; negative. */
  private double ratio(int i) {
    return -gap(i - 1, i) / gap(i, i + 1);
  }

  private double gap(int from, int to) {
    return logarithm(time(to)) - logarithm(time(from));
  }

  private static double logarithm(double t) {
    return Math.log(t) - Math.log1p(-t);
  }

  private double time(int i) {
    return schedule.times().get(i);
  }
}
