package moviegen.train;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import moviegen.checkpoint.Checkpoint;
import moviegen.checkpoint.KeyMap;
import moviegen.nn.Init;
import moviegen.nn.Params;
import moviegen.tensor.DType;
import moviegen.tensor.Ops;
import moviegen.tensor.Scope;
import moviegen.tensor.Tensor;

/**
 * The transformer that a stage of training begins with: that of the stage before.
 *
 * @param larger whether frames are now twice as large on each side; positions in height and width
 *     are then stretched, so that each still means the same place in the frame (paper §3.1.3)
 */
record Predecessor(Path file, boolean larger) {
  private static final String TRANSFORMER = "transformer";

  /** What the names of stages of 64 pixels end in. */
  private static final String SMALL_FRAMES = "-64";

  /**
   * What {@code run} has made, or else the transformer of {@code cast}.
   *
   * @param before the stage that {@code run} is of
   * @param stage the one to begin
   * @param changed parts of {@code cast} that may be others than those it learned from
   */
  static Predecessor of(
      RunFolder run, CastFolder cast, String before, String stage, Set<String> changed) {
    if (!Files.exists(run.part()) && !cast.has(TRANSFORMER)) {
      throw new IllegalArgumentException(
          "There is no transformer to go on from; train %s first".formatted(before));
    }
    var file = Files.exists(run.part()) ? run.part() : cast.file(TRANSFORMER);
    try (var checkpoint = Checkpoint.open(file)) {
      var says = checkpoint.metadata();
      Json.map(says.getOrDefault("moviegen.needs", "{}"))
          .forEach(
              (part, hash) -> {
                if (!changed.contains(part)) {
                  requireSame(file, cast, part, hash);
                }
              });
      boolean small = says.getOrDefault("moviegen.recipe", "").endsWith(SMALL_FRAMES);
      return new Predecessor(file, small && !stage.endsWith(SMALL_FRAMES));
    }
  }

  private static void requireSame(Path file, CastFolder cast, String part, String hash) {
    if (!cast.has(part) || !cast.hashesOf(part).contains(hash)) {
      throw new IllegalArgumentException(
          "%s was trained with another \"%s\" than %s has; --changed %s goes on with it"
              .formatted(file, part, cast.path(), part));
    }
  }

  /** Hands its weights to {@code model}, which must use all of them. */
  <M> M load(Function<Params.Source, M> model) {
    try (var checkpoint = Checkpoint.open(file);
        var _ = Scope.open()) {
      var source = checkpoint.source(KeyMap.IDENTITY).as(DType.FLOAT32);
      var loaded = model.apply((name, init, shape) -> begin(source, name, init, shape));
      source.requireAllUsed();
      return loaded;
    }
  }

  private Tensor begin(Params.Source source, String name, Init init, long... shape) {
    var tensor = source.get(name, init, shape);
    return larger && (name.equals("positions.height") || name.equals("positions.width"))
        ? stretched(tensor)
        : tensor;
  }

  /** A table (n c) at half steps: row i is where row i / 2 - 1 / 4 was. */
  static Tensor stretched(Tensor table) {
    var rows = new Tensor[(int) table.size(0)];
    for (int i = 0; i < rows.length; i++) {
      double at = Math.max(0, i / 2.0 - 0.25);
      int low = (int) at;
      var next = table.narrow(0, low + 1, 1);
      rows[i] = table.narrow(0, low, 1).mul(1 - (at - low)).add(next.mul(at - low));
    }
    return Ops.cat(List.of(rows), 0);
  }
}
