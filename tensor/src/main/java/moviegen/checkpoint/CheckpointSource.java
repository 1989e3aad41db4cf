package moviegen.checkpoint;

import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import moviegen.nn.Init;
import moviegen.nn.Params;
import moviegen.tensor.DType;
import moviegen.tensor.Tensor;

/**
 * The weights of a checkpoint as parameters. It is strict both ways: what a model asks for must be
 * there, and {@link #requireAllUsed} holds that nothing was left over.
 */
public final class CheckpointSource implements Params.Source {
  private static final int NAMED = 5;

  private final Checkpoint checkpoint;
  private final Optional<DType> floating;
  private final Map<String, String> foreign;
  private final Map<String, String> unused;

  CheckpointSource(Checkpoint checkpoint, KeyMap keys) {
    this(checkpoint, Optional.empty(), foreignNames(checkpoint, keys));
  }

  private CheckpointSource(
      Checkpoint checkpoint, Optional<DType> floating, Map<String, String> foreign) {
    this.checkpoint = checkpoint;
    this.floating = floating;
    this.foreign = foreign;
    this.unused = new TreeMap<>(foreign);
  }

  private static Map<String, String> foreignNames(Checkpoint checkpoint, KeyMap keys) {
    var foreign = new TreeMap<String, String>();
    for (String name : checkpoint.names()) {
      var ours = keys.apply(name);
      if (ours.isPresent()) {
        var other = foreign.put(ours.get(), name);
        if (other != null) {
          throw new IllegalArgumentException(
              "%s: keys %s and %s both become %s"
                  .formatted(checkpoint.path(), other, name, ours.get()));
        }
      }
    }
    return foreign;
  }

  /** The same weights with real numbers as {@code dtype}. */
  public CheckpointSource as(DType dtype) {
    return new CheckpointSource(checkpoint, Optional.of(dtype), foreign);
  }

  /**
   * Some rows of the matrix {@code name}; the others are not touched.
   *
   * @return (n c)
   */
  public Tensor rows(String name, long... rows) {
    return converted(checkpoint.rows(use(name), rows));
  }

  @Override
  public Tensor get(String name, Init init, long... shape) {
    return converted(checkpoint.read(use(name)));
  }

  /** The foreign name of {@code name}, which is used from now on. */
  private String use(String name) {
    var key = foreign.get(name);
    if (key == null) {
      throw new IllegalArgumentException("%s: missing key %s".formatted(checkpoint.path(), name));
    }
    unused.remove(name);
    return key;
  }

  private Tensor converted(Tensor tensor) {
    return tensor.dtype().isFloating() ? tensor.to(floating.orElse(tensor.dtype())) : tensor;
  }

  /** Refuses a checkpoint with weights that no model has asked for. */
  public void requireAllUsed() {
    if (!unused.isEmpty()) {
      String first = unused.values().stream().limit(NAMED).collect(Collectors.joining(", "));
      throw new IllegalArgumentException(
          "%s: unexpected key%s %s%s"
              .formatted(
                  checkpoint.path(),
                  unused.size() > 1 ? "s" : "",
                  first,
                  unused.size() > NAMED ? " and %d more".formatted(unused.size() - NAMED) : ""));
    }
  }
}
