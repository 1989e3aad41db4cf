package moviegen.generate;

import java.util.EnumMap;
import java.util.Map;
import java.util.function.Supplier;

/** Wall time by stage. */
final class Stopwatch {
  private final Map<Stage, Double> seconds = new EnumMap<>(Stage.class);

  <T> T time(Stage stage, Supplier<T> work) {
    long start = System.nanoTime();
    try {
      return work.get();
    } finally {
      seconds.merge(stage, (System.nanoTime() - start) / 1e9, Double::sum);
    }
  }

  Map<Stage, Double> seconds() {
    return seconds;
  }
}
