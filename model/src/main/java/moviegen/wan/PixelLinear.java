package moviegen.wan;

import java.util.stream.LongStream;
import moviegen.nn.Init;
import moviegen.nn.Params;
import moviegen.tensor.Ops;
import moviegen.tensor.Tensor;

/** A linear layer at every pixel, kept in files as a convolution whose kernel is one pixel. */
record PixelLinear(Tensor weight, Tensor bias) {
  /** With {@code axes} of length one behind the weight's two. */
  PixelLinear(Params params, int in, int out, int axes) {
    this(
        params.get("weight", Init.normal(1 / Math.sqrt(in)), shape(in, out, axes)),
        params.get("bias", Init.ZEROS, out));
  }

  private static long[] shape(int in, int out, int axes) {
    return LongStream.concat(LongStream.of(out, in), LongStream.generate(() -> 1).limit(axes))
        .toArray();
  }

  /**
   * @param x (… in)
   * @return (… out)
   */
  Tensor forward(Tensor x) {
    var matrix = weight.reshape(weight.size(0), weight.size(1));
    return Ops.linear(x, matrix.to(x.dtype()), bias.to(x.dtype()));
  }
}
