package moviegen.wan;

import java.util.ArrayList;
import java.util.function.UnaryOperator;
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
    /** Returns {@code count} tokens from {@code start} on (count c), float32, to be overwritten. */
    Tensor some(long start, long count);
  }

  /**
   * Rounds tokens.
   *
   * @param x (n c)
   */
  static NarrowTokens of(Tensor x) {
    return of(
        x.size(0),
        x.size(1),
        x.dtype(),
        (start, count) -> wide(x.narrow(0, start, count)),
        NarrowTokens::reach);
  }

  /**
   * Rounds {@code count} tokens of {@code width}, each soon after it is computed.
   *
   * @param dtype of the scales
   * @param reach at least the largest absolute value of each token (n 1)
   */
  static NarrowTokens of(
      long count, long width, DType dtype, Source source, UnaryOperator<Tensor> reach) {
    var bytes = Ops.empty(DType.UINT8, Device.CPU, count, width);
    var scales = new ArrayList<Tensor>();
    long most = Math.max(1, IN_CACHE / width);
    for (long start = 0; start < count; start += most) {
      long from = start;
      long some = Math.min(most, count - start);
      scales.add(
          Scope.tidy(
              () -> {
                var x = source.some(from, some);
                var scale = reach.apply(x).mul(1 / MOST).to(dtype);
                var narrow = Int8.bytes(x.mul_(Ops.ones(1).div(scale.to(DType.FLOAT32))));
                bytes.narrow(0, from, some).copy_(narrow);
                return scale;
              }));
    }
    return new NarrowTokens(bytes, scales.size() == 1 ? scales.getFirst() : Ops.cat(scales, 0));
  }

  /** A copy in float32. */
  static Tensor wide(Tensor x) {
    return x.dtype() == DType.FLOAT32 ? x.copy() : x.to(DType.FLOAT32);
  }

  /** The largest absolute value of each row (rows 1), float32, never zero. */
  static Tensor reach(Tensor x) {
    return x.abs().amaxKeeping(1).to(DType.FLOAT32).clamp(LEAST, Float.MAX_VALUE);
  }
}
