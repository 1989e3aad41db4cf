package moviegen.audio;

import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import moviegen.checkpoint.Checkpoint;
import moviegen.checkpoint.CheckpointSource;
import moviegen.checkpoint.KeyMap;
import moviegen.nn.Init;
import moviegen.nn.Params;
import moviegen.tensor.DType;
import moviegen.tensor.Tensor;

/**
 * The weights of a checkpoint in which some are kept as length and direction (weight
 * normalization), w = g v/‖v‖; they come as they act. What belongs to the latents' statistics may
 * be missing, and is then that of standardized latents.
 */
public final class FoldedWeights implements Params.Source {
  private static final String LENGTH = "_g";
  private static final String DIRECTION = "_v";
  private static final String STATISTICS = "latent.";

  private final CheckpointSource source;
  private final Set<String> names;

  private FoldedWeights(CheckpointSource source, Set<String> names) {
    this.source = source;
    this.names = names;
  }

  static FoldedWeights of(Checkpoint checkpoint, KeyMap keys) {
    return new FoldedWeights(
        checkpoint.source(keys).as(DType.FLOAT32),
        checkpoint.names().stream()
            .map(keys::apply)
            .flatMap(Optional::stream)
            .collect(Collectors.toUnmodifiableSet()));
  }

  @Override
  public Tensor get(String name, Init init, long... shape) {
    if (names.contains(name + DIRECTION)) {
      var direction = source.get(name + DIRECTION, init);
      return folded(source.get(name + LENGTH, init), direction, name, shape);
    }
    if (name.startsWith(STATISTICS) && !names.contains(name)) {
      return init.fill(shape);
    }
    return fitted(source.get(name, init), shape);
  }

  private static Tensor folded(Tensor length, Tensor direction, String name, long... shape) {
    long rows = direction.size(0);
    if (length.count() != rows) {
      throw new IllegalArgumentException(
          "%s%s has %d values, expected %d".formatted(name, LENGTH, length.count(), rows));
    }
    var flat = direction.reshape(rows, -1);
    return fitted(
        flat.div(flat.normKeeping(1)).mul(length.reshape(rows, 1)).reshape(direction.shape()),
        shape);
  }

  /** Without the axes of length one that kernels of one and channel-wise factors have there. */
  private static Tensor fitted(Tensor tensor, long... shape) {
    long count = 1;
    for (long length : shape) {
      count *= length;
    }
    return tensor.count() == count && tensor.rank() > shape.length ? tensor.reshape(shape) : tensor;
  }

  /** Refuses a checkpoint with weights that no model has asked for. */
  public void requireAllUsed() {
    source.requireAllUsed();
  }
}
