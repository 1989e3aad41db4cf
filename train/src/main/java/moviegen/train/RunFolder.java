package moviegen.train;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import moviegen.checkpoint.Safetensors;
import moviegen.checkpoint.SafetensorsWriter;
import moviegen.nn.FlatParams;
import moviegen.tensor.Scope;
import moviegen.tensor.Tensor;

/** Where a run keeps its state, its figures and its pictures: {@code runs/NAME}. */
public record RunFolder(Path path) {
  public static RunFolder of(Path runs, String name) {
    var folder = runs.resolve(name);
    try {
      Files.createDirectories(folder);
    } catch (IOException e) {
      throw new UncheckedIOException("%s: cannot be made: %s".formatted(folder, e), e);
    }
    return new RunFolder(folder);
  }

  /**
   * What a run must know to go on.
   *
   * @param steps steps of the whole run, which a budget may have fitted to the machine
   * @param planned steps that the recipe had; where it has others by now, those count
   */
  public record Progress(long step, long steps, double seconds, long planned) {}

  public Path state() {
    return path.resolve("state.safetensors");
  }

  /** The part that this run has made, in float32. */
  public Path part() {
    return path.resolve("part.safetensors");
  }

  public Path metrics() {
    return path.resolve("metrics.csv");
  }

  public Path chart() {
    return path.resolve("metrics.png");
  }

  /** Writes everything that {@link #resume} needs, as one file or not at all. */
  public void save(FlatParams params, Moments state, Tensor average, Progress progress) {
    SafetensorsWriter.write(
        state(),
        Map.of(
            "values", params.values(),
            "first", state.first(),
            "second", state.second(),
            "average", average),
        Map.of(
            "step", Long.toString(progress.step()),
            "steps", Long.toString(progress.steps()),
            "seconds", Double.toString(progress.seconds()),
            "planned", Long.toString(progress.planned()),
            "layout", layout(params)));
  }

  /** Reads back what {@link #save} wrote, if it did. */
  public Optional<Progress> resume(FlatParams params, Moments state, Tensor average) {
    if (!Files.exists(state())) {
      return Optional.empty();
    }
    try (var file = Safetensors.open(state());
        var _ = Scope.open()) {
      var facts = file.metadata();
      if (!layout(params).equals(facts.get("layout"))) {
        throw new IllegalArgumentException(
            "%s was written by a model of another shape; move it away to start anew"
                .formatted(state()));
      }
      params.values().copy_(file.read("values"));
      state.first().copy_(file.read("first"));
      state.second().copy_(file.read("second"));
      average.copy_(file.read("average"));
      return Optional.of(
          new Progress(
              Long.parseLong(facts.get("step")),
              Long.parseLong(facts.get("steps")),
              Double.parseDouble(facts.get("seconds")),
              Long.parseLong(facts.getOrDefault("planned", "0"))));
    }
  }

  private static String layout(FlatParams params) {
    return params.values().count() + " " + Integer.toHexString(params.names().hashCode());
  }
}
