package moviegen.wan;

import java.util.IdentityHashMap;
import java.util.Optional;
import java.util.function.BiConsumer;
import moviegen.tensor.Ops;
import moviegen.tensor.Tensor;

/**
 * The last frames that each causal layer has seen of a film, so that it goes on where it stopped
 * when the film comes piece by piece.
 */
final class FrameCache implements AutoCloseable {
  private final IdentityHashMap<Object, Tensor> last = new IdentityHashMap<>();
  private boolean begun;

  /** Whether the piece at hand is the film's first. */
  boolean atStart() {
    return !begun;
  }

  /** Goes on to the next piece. */
  void next() {
    begun = true;
  }

  /**
   * The {@code count} frames that {@code layer} saw before {@code x}, zeros where it saw none, and
   * behind them what {@code filling} makes of {@code x}; the last ones of all are remembered.
   *
   * @param x (b t h w c)
   * @param filling writes what it makes of its first argument (t h w c) into its second
   * @return (b count+t h w c)
   */
  Tensor extend(Object layer, Tensor x, int count, BiConsumer<Tensor, Tensor> filling) {
    long[] shape = x.shape();
    shape[1] += count;
    var all = Ops.empty(x.dtype(), x.device(), shape);
    var before = all.narrow(1, 0, count);
    Optional.ofNullable(last.get(layer)).ifPresentOrElse(before::copy_, before::zero_);
    for (long i = 0; i < shape[0]; i++) {
      filling.accept(x.select(0, i), all.select(0, i).narrow(0, count, x.size(1)));
    }
    remember(layer, all, count);
    return all;
  }

  /** Remembers the last {@code count} frames of {@code x} for {@code layer}. */
  void remember(Object layer, Tensor x, int count) {
    var frames = x.narrow(1, x.size(1) - count, count);
    Optional.ofNullable(last.get(layer))
        .ifPresentOrElse(
            kept -> kept.copy_(frames), () -> last.put(layer, frames.copy().retain()));
  }

  @Override
  public void close() {
    last.values().forEach(Tensor::close);
    last.clear();
  }
}
