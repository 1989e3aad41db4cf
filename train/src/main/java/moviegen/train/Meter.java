package moviegen.train;

import java.util.LinkedHashMap;
import java.util.Map;

/** Running means, from any thread, of the figures that a run reports between two lines. */
public final class Meter {
  private final Map<String, double[]> sums = new LinkedHashMap<>();

  public synchronized void add(String name, double value) {
    var sum = sums.computeIfAbsent(name, _ -> new double[2]);
    sum[0] += value;
    sum[1]++;
  }

  /** The means since the last call. */
  public synchronized Map<String, Double> take() {
    var means = new LinkedHashMap<String, Double>();
    sums.forEach((name, sum) -> means.put(name, sum[0] / sum[1]));
    sums.clear();
    return means;
  }
}
