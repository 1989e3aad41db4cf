package moviegen.text;

import java.util.List;
import java.util.Optional;
import moviegen.nn.Embedding;
import moviegen.nn.Params;
import moviegen.tensor.HostMemory;
import moviegen.tensor.Tensor;

/** What each head adds to a score for the distance between query and key (T5, section 2.1). */
final class RelativePositions {
  /** Where a fresh head looks: so many tokens ahead, and how steeply less at what is farther. */
  private record Window(int ahead, double slope) {}

  private static final List<Window> WINDOWS =
      List.of(new Window(-1, 1), new Window(1, 1), new Window(0, 0.5), new Window(0, 0));

  private static final double LEAST = -8;

  private final Embedding table;
  private final int buckets;
  private final int farthest;
  private final boolean bothWays;

  RelativePositions(Params params, T5Config config, boolean bothWays) {
    buckets = config.buckets();
    farthest = config.farthest();
    this.bothWays = bothWays;
    table = new Embedding(params, buckets, config.heads(), this::windows);
  }

  /**
   * A table to begin with (buckets heads), in which order matters; a tower that began with noise
   * around zero still read bags of words after 2,800 steps (decision 0027).
   */
  private Tensor windows(long... shape) {
    var values = new float[Math.toIntExact(shape[0] * shape[1])];
    // Inwards, so that the nearest distance of a bucket has the say.
    for (int distance = farthest; distance >= 0; distance--) {
      set(values, -distance);
      set(values, distance);
    }
    return HostMemory.tensor(values, shape);
  }

  private void set(float[] values, int ahead) {
    int heads = values.length / buckets;
    for (int head = 0; head < heads; head++) {
      var window = WINDOWS.get(head % WINDOWS.size());
      double value = -window.slope() * Math.abs(ahead - window.ahead());
      values[bucket(ahead) * heads + head] = (float) Math.max(LEAST, value);
    }
  }

  /** The bias (1 heads n n) of {@code length} tokens among themselves. */
  Tensor forward(int length) {
    var ids = new long[length * length];
    for (int query = 0; query < length; query++) {
      for (int key = 0; key < length; key++) {
        ids[query * length + key] = bucket(key - query);
      }
    }
    return table
        .forward(HostMemory.tensor(ids, 1, length, length).to(table.weight().device()))
        .rearrange("b n m heads -> b heads n m");
  }

  /** One table for all layers, if the config wants it so. */
  static Optional<RelativePositions> shared(Params params, T5Config config, boolean bothWays) {
    return config.sharedPositions()
        ? Optional.of(below(params, config, bothWays))
        : Optional.empty();
  }

  /** A table for this layer alone, if the config wants it so. */
  static Optional<RelativePositions> perLayer(Params params, T5Config config, boolean bothWays) {
    return config.sharedPositions()
        ? Optional.empty()
        : Optional.of(below(params, config, bothWays));
  }

  private static RelativePositions below(Params params, T5Config config, boolean bothWays) {
    return new RelativePositions(params.at("positions"), config, bothWays);
  }

  /**
   * Near distances have a bucket each, farther ones share logarithmically wider ones. Both ways,
   * half of the buckets is for keys behind the query; one way, all keys behind it are near.
   */
  int bucket(int offset) {
    int count = bothWays ? buckets / 2 : buckets;
    int first = bothWays && offset > 0 ? count : 0;
    int distance = bothWays ? Math.abs(offset) : Math.max(0, -offset);
    int near = count / 2;
    if (distance < near) {
      return first + distance;
    }
    double octaves = Math.log((double) distance / near) / Math.log((double) farthest / near);
    return first + Math.min(count - 1, near + (int) (octaves * (count - near)));
  }
}
