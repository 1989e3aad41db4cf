package moviegen.audio;

import moviegen.nn.Linear;
import moviegen.nn.Params;
import moviegen.tensor.Ops;
import moviegen.tensor.Tensor;

/** Two linear layers with GELU between them, as in the plain diffusion transformer. */
record FeedForward(Linear up, Linear down) {
  FeedForward(Params params, int width, int hidden) {
    this(
        Linear.biased(params.at("up"), width, hidden),
        Linear.biased(params.at("down"), hidden, width));
  }

  /**
   * @param x (b n c)
   * @return (b n c)
   */
  Tensor forward(Tensor x) {
    return down.forward(Ops.gelu(up.forward(x)));
  }
}
