package moviegen.wan;

import moviegen.nn.Params;
import moviegen.nn.ScaledDotProduct;
import moviegen.tensor.Tensor;

/** Every pixel of a frame looks at every other of the same frame, with one head. */
final class FrameAttention implements Causal {
  private final ChannelNorm norm;
  private final PixelLinear queryKeyValue;
  private final PixelLinear out;

  FrameAttention(Params params, int width) {
    norm = new ChannelNorm(params.at("norm"), width, 2);
    queryKeyValue = new PixelLinear(params.at("qkv"), width, 3 * width, 2);
    out = new PixelLinear(params.at("out"), width, width, 2);
  }

  /**
   * @param x (b t h w c)
   * @return (b t h w c)
   */
  @Override
  public Tensor forward(Tensor x, FrameCache cache) {
    var tokens = norm.forward(x).rearrange("b t h w c -> (b t) (h w) c").unsqueeze(1);
    var parts = queryKeyValue.forward(tokens).chunk(3, 3);
    var y = ScaledDotProduct.attend(parts.get(0), parts.get(1), parts.get(2));
    return x.add(out.forward(y).reshape(x.shape()));
  }
}
