package moviegen.world;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToDoubleFunction;
import java.util.random.RandomGenerator;

/**
 * How often each value of each attribute was taken so far, and a way to take what was taken least.
 */
final class Balance {
  private final Map<String, Map<String, Integer>> counts = new HashMap<>();
  private final RandomGenerator random;

  /**
   * @param random what decides between equals
   */
  Balance(RandomGenerator random) {
    this.random = random;
  }

  void add(String attribute, String value) {
    counts.computeIfAbsent(attribute, _ -> new HashMap<>()).merge(value, 1, Integer::sum);
  }

  int count(String attribute, String value) {
    return counts.getOrDefault(attribute, Map.of()).getOrDefault(value, 0);
  }

  int total(String attribute) {
    return counts.getOrDefault(attribute, Map.of()).values().stream().mapToInt(n -> n).sum();
  }

  /** How much more often than its siblings a kernel's words were taken, in all. */
  double share(Kernel kernel) {
    return share("subject", kernel.subject())
        + share("color", kernel.color())
        + share("action", kernel.action());
  }

  private double share(String attribute, String value) {
    return (double) count(attribute, value) * Vocabulary.get().values(attribute).size();
  }

  /** The value of an attribute that was taken least. */
  String least(String attribute) {
    return least(attribute, Vocabulary.get().values(attribute));
  }

  String least(String attribute, List<String> values) {
    return least(values, value -> count(attribute, value));
  }

  /** One of those whose cost is smallest. */
  <T> T least(List<T> all, ToDoubleFunction<T> cost) {
    double smallest = all.stream().mapToDouble(cost).min().orElseThrow();
    var best = new ArrayList<T>();
    for (T one : all) {
      if (cost.applyAsDouble(one) == smallest) {
        best.add(one);
      }
    }
    return best.get(random.nextInt(best.size()));
  }
}
