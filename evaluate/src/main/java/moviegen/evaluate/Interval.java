package moviegen.evaluate;

import java.util.Arrays;

/**
 * A mean and the interval that holds the true one in 95 of 100 cases.
 *
 * @param value the mean
 * @param low not a number where there is no interval, as of a single value
 * @param high likewise
 */
public record Interval(double value, double low, double high) {
  /*
   * The values are taken for independent and their mean for normal: value ± t · s / √n with the
   * 97.5 % quantile t of Student's distribution of n − 1 degrees of freedom. The quantile is the
   * expansion of Cornish and Fisher in 1 / degrees, within 1 % from 3 degrees on (Abramowitz and
   * Stegun, 26.7.5); below that it is tabulated.
   */
  private static final double NORMAL = 1.959964;

  private static final double[] FEW = {12.7062, 4.30265};

  /** A number that is no mean. */
  public static Interval exact(double value) {
    return new Interval(value, Double.NaN, Double.NaN);
  }

  /** Of the mean of at least one value. */
  public static Interval of(double... values) {
    if (values.length == 0) {
      throw new IllegalArgumentException("A mean needs at least 1 value, got 0.");
    }
    double mean = Arrays.stream(values).average().orElseThrow();
    if (values.length == 1) {
      return exact(mean);
    }
    int degrees = values.length - 1;
    double squares = Arrays.stream(values).map(value -> Math.pow(value - mean, 2)).sum();
    double half = quantile(degrees) * Math.sqrt(squares / degrees / values.length);
    return new Interval(mean, mean - half, mean + half);
  }

  static double quantile(int degrees) {
    if (degrees <= FEW.length) {
      return FEW[degrees - 1];
    }
    double z = NORMAL;
    double first = (Math.pow(z, 3) + z) / 4;
    double second = (5 * Math.pow(z, 5) + 16 * Math.pow(z, 3) + 3 * z) / 96;
    double third = (3 * Math.pow(z, 7) + 19 * Math.pow(z, 5) + 17 * Math.pow(z, 3) - 15 * z) / 384;
    double n = degrees;
    return z + first / n + second / (n * n) + third / (n * n * n);
  }

  /** Whether it has a low and a high end. */
  public boolean isBounded() {
    return !Double.isNaN(low);
  }
}
