package moviegen.wan;

import moviegen.flow.Velocity;
import moviegen.tensor.Ops;
import moviegen.tensor.Tensor;

/**
 * A Wan transformer under a text, in our time: what it predicts points from data to noise, at a time
 * that falls from 1000 to 0 and is a whole number, rounded down.
 */
public record WanVelocity(WanTransformer transformer, WanText text) implements Velocity {
  private static final double NOISE = 1000;

  @Override
  public Tensor at(Tensor x, double time) {
    var modelTime = Ops.zeros(x.size(0)).add(modelTime(time));
    return transformer.forward(x, modelTime, text).neg();
  }

  /** Wan's time for ours. */
  public static double modelTime(double time) {
    return Math.floor(NOISE * (1 - time));
  }
}
