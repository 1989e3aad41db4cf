package moviegen.wan;

import java.util.stream.LongStream;
import moviegen.nn.Init;
import moviegen.nn.Params;
import moviegen.tensor.DType;
import moviegen.tensor.Scope;
import moviegen.tensor.Tensor;

/** Every pixel's channels divided by the root of their mean square, times a learned scale. */
record ChannelNorm(Tensor gamma) {
  private static final double SMALLEST = 1e-12;
  private static final double LARGEST = 1e30;

  /** Numbers at a time, so that what lies between reading and writing stays in cache. */
  private static final long BLOCK = 1 << 18;

  /** Of {@code channels} with {@code axes} behind them, in the shape that the scale is kept in. */
  ChannelNorm(Params params, int channels, int axes) {
    this(params.get("gamma", Init.ONES, shape(channels, axes)));
  }

  private static long[] shape(int channels, int axes) {
    return LongStream.concat(LongStream.of(channels), LongStream.generate(() -> 1).limit(axes))
        .toArray();
  }

  /**
   * @param x (… c)
   * @return (… c)
   */
  Tensor forward(Tensor x) {
    return normalize(x.to(DType.FLOAT32), scale()).to(x.dtype());
  }

  /**
   * Writes SiLU of what is normalized, in float32 between, so that it is rounded once.
   *
   * @param from (… c), row by row in memory
   * @param into (… c), likewise
   */
  void activate(Tensor from, Tensor into) {
    long channels = gamma.count();
    long rows = from.count() / channels;
    long block = Math.max(1, BLOCK / channels);
    try (var _ = Scope.open()) {
      var scale = scale();
      var x = from.reshape(rows, channels);
      var y = into.reshape(rows, channels);
      for (long at = 0; at < rows; at += block) {
        long length = Math.min(block, rows - at);
        try (var _ = Scope.open()) {
          var normed = normalize(x.narrow(0, at, length).to(DType.FLOAT32), scale);
          y.narrow(0, at, length).copy_(normed.silu());
        }
      }
    }
  }

  private Tensor scale() {
    return gamma.reshape(gamma.count()).to(DType.FLOAT32).mul(Math.sqrt(gamma.count()));
  }

  private static Tensor normalize(Tensor x, Tensor scale) {
    return x.div(x.normKeeping(x.rank() - 1).clamp(SMALLEST, LARGEST)).mul(scale);
  }
}
