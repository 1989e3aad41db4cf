package moviegen.nn;

import moviegen.tensor.Ops;
import moviegen.tensor.Tensor;

/** Convolution of every frame by itself, in channels-last order, zero-padded to keep the size. */
public record Conv2d(Tensor weight, Tensor bias, int stride) {
  public Conv2d(Params params, int in, int out, int kernel) {
    this(params, in, out, kernel, 1, Init.normal(1 / Math.sqrt((double) in * kernel * kernel)));
  }

  public Conv2d(Params params, int in, int out, int kernel, int stride, Init init) {
    this(
        params.get("weight", init, out, in, kernel, kernel),
        params.get("bias", Init.ZEROS, out),
        stride);
  }

  /**
   * @param x (b h w in)
   * @return (b h' w' out)
   */
  public Tensor forward(Tensor x) {
    int padding = (int) (weight.size(3) - 1) / 2;
    var y =
        Ops.conv2d(
            x.permute(0, 3, 1, 2), weight.to(x.dtype()), bias.to(x.dtype()), stride, padding);
    return y.permute(0, 2, 3, 1);
  }
}
