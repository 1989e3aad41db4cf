package moviegen.flow;

import java.util.random.RandomGenerator;
import java.util.stream.IntStream;

/**
 * Training times t = sigmoid(n), where n is normal: most of them lie between noise and data, where
 * the velocity is hardest to tell (paper, section 3.1.2).
 */
public record LogitNormalTimes(double mean, double deviation) {
  /** The paper's choice. */
  public static final LogitNormalTimes STANDARD = new LogitNormalTimes(0, 1);

  public LogitNormalTimes {
    if (!(deviation > 0)) {
      throw new IllegalArgumentException("deviation is " + deviation + ", expected more than 0");
    }
  }

  /** Draws {@code count} times between 0 and 1. */
  public double[] draw(int count, RandomGenerator random) {
    return IntStream.range(0, count)
        .mapToDouble(_ -> 1 / (1 + Math.exp(-random.nextGaussian(mean, deviation))))
        .toArray();
  }
}
