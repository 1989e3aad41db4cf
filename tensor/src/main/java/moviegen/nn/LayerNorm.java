package moviegen.nn;

import moviegen.tensor.Ops;
import moviegen.tensor.Tensor;

/** Layer normalization over the last axis, with a learned scale and shift. */
public record LayerNorm(Tensor weight, Tensor bias, double eps) {
  private static final double EPS = 1e-6;

  public LayerNorm(Params params, int width) {
    this(params, width, EPS);
  }

  public LayerNorm(Params params, int width, double eps) {
    this(params.get("weight", Init.ONES, width), params.get("bias", Init.ZEROS, width), eps);
  }

  public Tensor forward(Tensor x) {
    return Ops.layerNorm(x, weight.to(x.dtype()), bias.to(x.dtype()), eps);
  }
}
