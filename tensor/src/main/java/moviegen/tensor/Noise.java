package moviegen.tensor;

import java.util.Arrays;
import java.util.SplittableRandom;

/** Gaussian noise that is a function of its seed alone: the same on every machine and device. */
public final class Noise {
  private Noise() {}

  /** Independent values of mean 0 and variance 1, float32, by the method of Box and Muller. */
  public static Tensor gaussian(long seed, long... shape) {
    var random = new SplittableRandom(seed);
    var values = new float[Math.toIntExact(Arrays.stream(shape).reduce(1, Math::multiplyExact))];
    for (int i = 0; i < values.length; i += 2) {
      double radius = StrictMath.sqrt(-2 * StrictMath.log(1 - random.nextDouble()));
      double angle = 2 * Math.PI * random.nextDouble();
      values[i] = (float) (radius * StrictMath.cos(angle));
      if (i + 1 < values.length) {
        values[i + 1] = (float) (radius * StrictMath.sin(angle));
      }
    }
    return HostMemory.tensor(values, shape);
  }
}
