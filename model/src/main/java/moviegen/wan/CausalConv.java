package moviegen.wan;

import java.util.function.BiConsumer;
import moviegen.nn.Init;
import moviegen.nn.Params;
import moviegen.tensor.Ops;
import moviegen.tensor.Tensor;

/** A convolution over time and space that sees the frames before, and none to come. */
final class CausalConv implements Causal {
  private final Tensor weight;
  private final Tensor bias;
  private final int timeStride;

  private CausalConv(Params params, int in, int out, int frames, int side, int timeStride) {
    var init = Init.normal(1 / Math.sqrt((double) in * frames * side * side));
    weight = params.get("weight", init, out, in, frames, side, side);
    bias = params.get("bias", Init.ZEROS, out);
    this.timeStride = timeStride;
  }

  /** Over three frames and three pixels each way. */
  static CausalConv cube(Params params, int in, int out) {
    return new CausalConv(params, in, out, 3, 3, 1);
  }

  /** Over three frames, every {@code stride}-th of them. */
  static CausalConv inTime(Params params, int in, int out, int stride) {
    return new CausalConv(params, in, out, 3, 1, stride);
  }

  /**
   * @param x (b t h w in)
   * @return (b t/stride h w out)
   */
  @Override
  public Tensor forward(Tensor x, FrameCache cache) {
    return forward(x, (from, into) -> into.copy_(from), cache);
  }

  /** As above, of what {@code filling} makes of {@code x}. */
  Tensor forward(Tensor x, BiConsumer<Tensor, Tensor> filling, FrameCache cache) {
    var all = cache.extend(this, x, before(), filling);
    var y =
        Ops.conv3d(
            all.permute(0, 4, 1, 2, 3),
            weight.to(x.dtype()),
            bias.to(x.dtype()),
            timeStride,
            (int) (weight.size(4) - 1) / 2);
    return y.permute(0, 2, 3, 4, 1);
  }

  /** How many of the frames before it a piece needs. */
  int before() {
    return (int) weight.size(2) - timeStride;
  }
}
