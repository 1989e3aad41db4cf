package moviegen.text;

import java.util.Optional;
import moviegen.nn.Embedding;
import moviegen.nn.Init;
import moviegen.nn.Params;
import moviegen.tensor.HostMemory;
import moviegen.tensor.Tensor;

/** What each head adds to a score for the distance between query and key (T5, section 2.1). */
final class RelativePositions {
  private final Embedding table;
  private final int buckets;
  private final int farthest;
  private final boolean bothWays;

  RelativePositions(Params params, T5Config config, boolean bothWays) {
    table =
        new Embedding(
            params, config.buckets(), config.heads(), Init.normal(Math.pow(config.width(), -0.5)));
    buckets = config.buckets();
    farthest = config.farthest();
    this.bothWays = bothWays;
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
