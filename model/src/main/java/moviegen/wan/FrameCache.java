package moviegen.wan;

import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import moviegen.tensor.Ops;
import moviegen.tensor.Tensor;

/**
 * The last frames that each causal layer has seen of a film, so that it goes on where it stopped
 * when the film comes piece by piece.
 */
final class FrameCache implements AutoCloseable {
  private final Map<Object, Tensor> last = new IdentityHashMap<>();
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
   * Puts the {@code count} frames that {@code layer} saw before in front of {@code x}, zeros where
   * it saw none, and remembers the last ones of both.
   *
   * @param x (b t h w c)
   * @return (b count+t h w c)
   */
  Tensor extend(Object layer, Tensor x, int count) {
    var before = Optional.ofNullable(last.get(layer)).orElseGet(() -> nothing(x, count));
    var all = Ops.cat(List.of(before, x), 1);
    remember(layer, all, count);
    return all;
  }

  /** Remembers the last {@code count} frames of {@code x} for {@code layer}. */
  void remember(Object layer, Tensor x, int count) {
    var frames = x.narrow(1, x.size(1) - count, count).copy().retain();
    Optional.ofNullable(last.put(layer, frames)).ifPresent(Tensor::close);
  }

  private static Tensor nothing(Tensor x, int count) {
    long[] shape = x.shape();
    shape[1] = count;
    return Ops.zeros(x.dtype(), shape).to(x.device());
  }

  @Override
  public void close() {
    last.values().forEach(Tensor::close);
    last.clear();
  }
}
