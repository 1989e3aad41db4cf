package moviegen.evaluate;

import java.util.List;
import java.util.Map;

/**
 * How often two readers say the same of an attribute, over the films of which both say anything.
 */
final class Agreement {
  private final String name;
  private final Tally tally = new Tally();

  /**
   * @param name what its rows' names begin with
   */
  Agreement(String name) {
    this.name = name;
  }

  /** Adds what both have read in one film. */
  void add(Map<String, String> one, Map<String, String> other) {
    one.forEach(
        (attribute, value) -> {
          if (other.containsKey(attribute)) {
            tally.addShare(name + "/" + attribute, value.equals(other.get(attribute)));
          }
        });
  }

  List<Row> rows() {
    return tally.rows();
  }
}
