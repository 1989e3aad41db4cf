package moviegen.generate;

import java.time.Duration;
import java.util.EnumMap;
import java.util.Map;
import java.util.function.Consumer;

/**
 * The time that a request takes, guessed before it starts and corrected by how fast it really goes,
 * so that there is a time left from the first moment on.
 */
final class Forecast {
  /** Below this much finished work the pace says nothing yet. */
  private static final double TRUSTED_SECONDS = 0.5;

  private final Map<Stage, Double> guessed = new EnumMap<>(Stage.class);
  private final Consumer<Progress> listener;
  private final long start = System.nanoTime();

  Forecast(Request request, Consumer<Progress> listener) {
    this.listener = listener;
    double latents = Math.ceilDiv(request.frames(), 8);
    double area = request.size().width() * request.size().height() / (128.0 * 128.0);
    double branches = request.guidance() == 1 ? 1 : 2;
    double step = 0.02 * branches * latents * area / 4 * (1 + latents * area / 64);
    guessed.put(Stage.LOAD, 1.0);
    guessed.put(Stage.TEXT, 0.1);
    guessed.put(Stage.SAMPLE, request.steps() * step);
    guessed.put(Stage.DECODE, 0.2 * latents * area);
    guessed.put(Stage.WRITE, 0.1 + 0.02 * latents * area);
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
    listener.accept(new Progress(stage, done, total, finished / all, left));
  }
}
