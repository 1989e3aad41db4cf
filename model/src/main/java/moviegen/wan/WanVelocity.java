package moviegen.wan;

import moviegen.flow.Schedule;
import moviegen.flow.Velocity;
import moviegen.tensor.Ops;
import moviegen.tensor.Tensor;

/**
 * A Wan transformer under a text, in our time: what it predicts points from data to noise, at a
 * time that falls from 1000 to 0 and is a whole number, rounded down.
 */
public record WanVelocity(WanTransformer transformer, WanText text) implements Velocity {
  private static final double NOISE = 1000;

  /** The first of the thousand times that the family was trained at, in float32 as it is there. */
  private static final double FIRST = 1 - (double) 0.999f;

  @Override
  public Tensor at(Tensor x, double time) {
    return transformer.forward(x, modelTimes(x, time), text).neg();
  }

  /** The times that the original samples at, with more of them near the noise by {@code shift}. */
  public static Schedule schedule(int steps, double shift) {
    return Schedule.linearFrom(FIRST, steps).shifted(shift);
  }

  /** Wan's time for every sample of a batch (b). */
  static Tensor modelTimes(Tensor x, double time) {
    return Ops.zeros(x.size(0)).add(modelTime(time)).to(x.device());
  }

  /** Wan's time for ours. */
  public static double modelTime(double time) {
    return Math.floor(NOISE * (1 - time));
  }
}
