package moviegen.generate;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * What a film will take, said before anything is loaded.
 *
 * @param tokens that the transformer works on
 * @param evaluations of the transformer
 * @param compute the type that it computes in
 * @param memory most that each stage takes, in bytes
 * @param free memory that this machine has left, in bytes
 * @param seconds that each stage is guessed to take
 */
public record FilmPlan(
    long tokens,
    int evaluations,
    String compute,
    Map<Stage, Long> memory,
    long free,
    Map<Stage, Double> seconds) {
  public FilmPlan {
    memory = Map.copyOf(memory);
    seconds = Map.copyOf(seconds);
  }

  public long peakBytes() {
    return peak(memory);
  }

  public double totalSeconds() {
    return seconds.values().stream().mapToDouble(Double::doubleValue).sum();
  }

  /** Refuses a film whose stages take more memory than is {@code free}. */
  static void check(Map<Stage, Long> memory, long free) {
    Limits.require(
        free >= peak(memory),
        "This film needs about %s GB of memory at its height, %s GB are free; smaller frames, fewer"
            + " seconds or --int8 need less.",
        gigabytes(peak(memory)),
        gigabytes(free));
  }

  private static long peak(Map<Stage, Long> memory) {
    return memory.isEmpty() ? 0 : Collections.max(memory.values());
  }

  /** The plan in a few lines. */
  public List<String> sentences() {
    var lines = new ArrayList<String>();
    lines.add(
        "Plan: %,d tokens, %d evaluations in %s; about %s on this machine."
            .formatted(tokens, evaluations, compute, time(totalSeconds())));
    var parts = new ArrayList<String>();
    for (Stage stage : Stage.values()) {
      if (memory.containsKey(stage)) {
        parts.add(
            "%s %s GB, %s"
                .formatted(
                    stage.label(),
                    gigabytes(memory.getOrDefault(stage, 0L)),
                    time(seconds.getOrDefault(stage, 0.0))));
      }
    }
    lines.add("  %s; %s GB are free.".formatted(String.join("; ", parts), gigabytes(free)));
    return lines;
  }

  private static String gigabytes(long bytes) {
    return String.format(Locale.ROOT, "%.1f", bytes / 1e9);
  }

  static String time(double seconds) {
    return seconds < 100
        ? "%.0f s".formatted(seconds)
        : seconds < 6_000
            ? "%.0f minutes".formatted(seconds / 60)
            : "%.1f hours".formatted(seconds / 3_600);
  }
}
