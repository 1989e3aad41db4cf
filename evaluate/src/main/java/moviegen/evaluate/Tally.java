package moviegen.evaluate;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Values by name, one a film, in the order in which the names first came. */
final class Tally {
  private final Map<String, List<Double>> values = new LinkedHashMap<>();

  void add(String name, double value) {
    values.computeIfAbsent(name, _ -> new ArrayList<>()).add(value);
  }

  boolean has(String name) {
    return values.containsKey(name);
  }

  /** The values of a name that came at least once. */
  double[] of(String name) {
    return values.getOrDefault(name, List.of()).stream().mapToDouble(Double::doubleValue).toArray();
  }

  List<String> names() {
    return List.copyOf(values.keySet());
  }

  Row row(String name) {
    return Row.of(name, Interval.of(of(name)));
  }

  List<Row> rows() {
    return values.keySet().stream().map(this::row).toList();
  }
}
