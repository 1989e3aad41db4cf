package moviegen.train;

import java.util.Locale;
import java.util.regex.Pattern;
import moviegen.nn.FlatParams;
import moviegen.tensor.Tensor;

/** How a gradient becomes a step. */
public sealed interface Optimizer permits AdamW, Muon {
  /** What {@link #parse} takes. */
  Pattern TYPED = Pattern.compile("(adamw|muon):([0-9]*\\.?[0-9]+(?:e-?[0-9]{1,2})?)");

  /** One as it is typed: its name and its rate, such as {@code adamw:1e-3} or {@code muon:2e-3}. */
  static Optimizer parse(String text) {
    var matcher = TYPED.matcher(text.toLowerCase(Locale.ROOT));
    if (!matcher.matches()) {
      throw new IllegalArgumentException(
          "An optimizer is adamw or muon with its rate, such as muon:1e-3; got \"%s\"."
              .formatted(text));
    }
    double rate = Double.parseDouble(matcher.group(2));
    if (rate <= 0 || rate > 1) {
      throw new IllegalArgumentException(
          "A learning rate is above 0 and at most 1, got %s.".formatted(rate));
    }
    return matcher.group(1).equals("muon") ? Muon.of(rate, rate / 2) : AdamW.of(rate);
  }

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
