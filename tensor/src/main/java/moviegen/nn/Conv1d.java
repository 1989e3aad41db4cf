package moviegen.nn;

import moviegen.tensor.Convolution;
import moviegen.tensor.Tensor;

/** Convolution along time with an odd kernel, zeros beyond both ends keeping the length. */
public record Conv1d(Tensor weight, Tensor bias, int dilation) {
  public Conv1d(Params params, int in, int out, int kernel, int dilation) {
    this(params, in, out, kernel, dilation, Init.normal(1 / Math.sqrt((double) in * kernel)));
  }

  public Conv1d(Params params, int in, int out, int kernel, int dilation, Init init) {
    this(
        params.get("weight", init, out, in, kernel), params.get("bias", Init.ZEROS, out), dilation);
    if (kernel % 2 == 0) {
      throw new IllegalArgumentException("A kernel of %d, expected an odd one".formatted(kernel));
    }
  }

  /**
   * @param x (b t in)
   * @return (b t out)
   */
  public Tensor forward(Tensor x) {
    return Convolution.PLANE.forward(x, weight.to(x.dtype()), bias.to(x.dtype()), dilation);
  }
}
