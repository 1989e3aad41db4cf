package moviegen.generate;

import java.time.Duration;
import java.util.Map;

/**
 * The time that a request takes, guessed before it starts and corrected by how fast it really goes,
 * so that there is a time left from the first moment on.
 */
final class Forecast {
  /** Below this much finished work the pace says nothing yet. */
  private static final double TRUSTED_SECONDS = 0.5;

  private final Map<Stage, Double> guessed;
  private final Onlooker onlooker;
  private final long start = System.nanoTime();

  Forecast(Map<Stage, Double> guessed, Onlooker onlooker) {
    this.guessed = guessed;
    this.onlooker = onlooker;
  }

  Onlooker onlooker() {
    return onlooker;
  }

  void report(Stage stage, int done, int total) {
    double finished = guessed.getOrDefault(stage, 0.0) * done / total;
    double all = 0;
    for (var entry : guessed.entrySet()) {
      all += entry.getValue();
      finished += entry.getKey().compareTo(stage) < 0 ? entry.getValue() : 0;
    }
    double elapsed = (System.nanoTime() - start) / 1e9;
    double pace = finished < TRUSTED_SECONDS ? 1 : elapsed / finished;
    var left = Duration.ofMillis(Math.round(1000 * pace * (all - finished)));
    onlooker.hear(new Progress(stage, done, total, finished / all, left));
  }
}
