package moviegen.evaluate;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** How often an attribute is read right, for each of its values and as their macro-average. */
final class Shares {
  /*
   * The macro-average is the mean of the values' shares p of n films each. Its variance is the sum
   * of p (1 - p) / n over the square of the number of values, with (k + 1) / (n + 2) for p, so that
   * a value that was always right is not taken for certain.
   */
  private static final double NORMAL = 1.959964;

  private final Map<String, int[]> byValue = new LinkedHashMap<>();

  void add(String value, boolean right) {
    int[] counts = byValue.computeIfAbsent(value, _ -> new int[2]);
    counts[0] += right ? 1 : 0;
    counts[1]++;
  }

  /** The values that came, in the order in which they first did. */
  List<String> values() {
    return List.copyOf(byValue.keySet());
  }

  /** The share of one value that came. */
  Interval of(String value) {
    return average(List.of(byValue.getOrDefault(value, new int[] {0, 1})));
  }

  /** The mean of the shares of all values. */
  Interval macroAverage() {
    return average(List.copyOf(byValue.values()));
  }

  private static Interval average(List<int[]> all) {
    double sum = 0;
    double variance = 0;
    for (int[] counts : all) {
      double n = counts[1];
      double share = (counts[0] + 1) / (n + 2);
      sum += counts[0] / n;
      variance += share * (1 - share) / n;
    }
    double mean = sum / all.size();
    double half = NORMAL * Math.sqrt(variance) / all.size();
    return new Interval(mean, Math.max(0, mean - half), Math.min(1, mean + half));
  }
}
