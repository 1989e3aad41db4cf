package moviegen.evaluate;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Values by name, one a film, in the order in which the names first came. */
final class Tally {
  private static final String HOLDS = "holds";

  private final Map<String, List<Double>> values = new LinkedHashMap<>();
  private final Map<String, Shares> shares = new LinkedHashMap<>();

  void add(String name, double value) {
    values.computeIfAbsent(name, _ -> new ArrayList<>()).add(value);
  }

  /** Adds whether something holds, whose share is what counts. */
  void addShare(String name, boolean holds) {
    add(name, holds ? 1 : 0);
    shares.computeIfAbsent(name, _ -> new Shares()).add(HOLDS, holds);
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
    var share = shares.get(name);
    return Row.of(name, share == null ? Interval.of(of(name)) : share.of(HOLDS));
  }

  List<Row> rows() {
    return values.keySet().stream().map(this::row).toList();
  }
}
