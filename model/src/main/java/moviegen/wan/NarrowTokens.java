package moviegen.wan;

import java.util.ArrayList;
import moviegen.tensor.DType;
import moviegen.tensor.Device;
import moviegen.tensor.Int8;
import moviegen.tensor.Ops;
import moviegen.tensor.Scope;
import moviegen.tensor.Tensor;

/**
 * Tokens in 8 bits, each with a scale of its own: what {@link Int8#bytes} makes of {@code x /
 * scale}.
 *
 * @param bytes (n c)
 * @param scales (n 1), in the type that the tokens had
 */
record NarrowTokens(Tensor bytes, Tensor scales) {
  /** The largest byte on both sides of zero. */
  private static final double MOST = 127;

  /** Less than any activation that matters; a token of zeros is divided by it. */
  private static final double LEAST = 1e-12;

  /** So many activations stay in cache, in float32 and in bytes. */
  private static final long IN_CACHE = 1 << 19;

  /** Tokens some of which are computed at a time. */
  @FunctionalInterface
  interface Source {
    /** Returns {@code count} tokens from {@code start} on (count c). */
    Tensor some(long start, long count);
  }

  /**
   * Rounds tokens.
   *
   * @param x (n c)
   */
  static NarrowTokens of(Tensor x) {
    return of(x.size(0), x.size(1), (start, count) -> x.narrow(0, start, count));
  }

  /** Rounds {@code count} tokens of {@code width}, each soon after it is computed. */
  static NarrowTokens of(long count, long width, Source source) {
    var bytes = Ops.empty(DType.UINT8, Device.CPU, count, width);
    var scales = new ArrayList<Tensor>();
    long most = Math.max(1, IN_CACHE / width);
    for (long start = 0; start < count; start += most) {
      long from = start;
      long some = Math.min(most, count - start);
      scales.add(Scope.tidy(() -> round(source.some(from, some), bytes.narrow(0, from, some))));
    }
    return new NarrowTokens(bytes, scales.size() == 1 ? scales.getFirst() : Ops.cat(scales, 0));
  }

  /** Rounds into {@code bytes} and returns the scales. */
  private static Tensor round(Tensor x, Tensor bytes) {
    var scale = reach(x).mul(1 / MOST).to(x.dtype());
    var factor = Ops.ones(1).div(scale.to(DType.FLOAT32));
    var wide = x.dtype() == DType.FLOAT32 ? x.mul(factor) : x.to(DType.FLOAT32).mul_(factor);
    bytes.copy_(Int8.bytes(wide));
    return scale;
  }

  /** The largest absolute value of each row (rows 1), float32, never zero. */
  static Tensor reach(Tensor x) {
    return x.abs().amaxKeeping(x.rank() - 1).to(DType.FLOAT32).clamp(LEAST, Float.MAX_VALUE);
  }
}
