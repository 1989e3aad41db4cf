package moviegen.wan;

import moviegen.nn.Params;
import moviegen.tensor.Tensor;

/** Norm, SiLU and a convolution, the last of a half. */
final class WanHead implements Causal {
  private final ChannelNorm norm;
  private final CausalConv out;

  WanHead(Params params, int in, int channels) {
    norm = new ChannelNorm(params.at("norm"), in, 3);
    out = CausalConv.cube(params.at("out"), in, channels);
  }

  @Override
  public Tensor forward(Tensor x, FrameCache cache) {
    return out.forward(x, norm::activate, cache);
  }
}
