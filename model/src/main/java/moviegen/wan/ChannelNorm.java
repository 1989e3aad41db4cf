package moviegen.wan;

import java.util.stream.LongStream;
import moviegen.nn.Init;
import moviegen.nn.Params;
import moviegen.tensor.Tensor;

/** Every pixel's channels divided by the root of their mean square, times a learned scale. */
record ChannelNorm(Tensor gamma) {
  private static final double SMALLEST = 1e-12;
  private static final double LARGEST = 1e30;

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
    long channels = gamma.count();
    var scale = gamma.reshape(channels).mul(Math.sqrt(channels)).to(x.dtype());
    var length = x.normKeeping(x.rank() - 1).clamp(SMALLEST, LARGEST);
    return x.div(length).mul(scale);
  }
}
