package moviegen.autoencoder;

import static moviegen.tensor.Axis.axis;

import java.util.List;
import moviegen.nn.Init;
import moviegen.nn.Params;
import moviegen.tensor.Ops;
import moviegen.tensor.Tensor;

/**
 * Convolution over three frames at every site, with the first and the last frame repeated at the
 * ends (symmetric replicate padding). It starts as the identity, so that a two-dimensional network
 * is inflated without being changed.
 */
record TemporalConv(Tensor weight, Tensor bias) {
  private static final int KERNEL = 3;

  TemporalConv(Params params, int width) {
    this(
        params.get("weight", TemporalConv::identity, width, width, KERNEL, 1),
        params.get("bias", Init.ZEROS, width));
  }

  private static Tensor identity(long... shape) {
    var weight = Ops.randn(shape).mul(0.02 / Math.sqrt(shape[1]));
    weight.select(2, 1).select(2, 0).add_(Ops.eye(shape[0]));
    return weight;
  }

  /** (b t h w c) → (b t h w c), as a convolution over an image of t rows and h·w columns. */
  Tensor forward(Tensor x) {
    long t = x.size(1);
    var longer = Ops.cat(List.of(x.narrow(1, 0, 1), x, x.narrow(1, t - 1, 1)), 1);
    var rows = longer.rearrange("b t h w c -> b t (h w) c").permute(0, 3, 1, 2);
    var y = Ops.conv2d(rows, weight.to(x.dtype()), bias.to(x.dtype()), 1, 0);
    return y.permute(0, 2, 3, 1).rearrange("b t (h w) c -> b t h w c", axis("h", x.size(2)));
  }
}
