package moviegen.wan;

import moviegen.nn.Linear;
import moviegen.nn.Params;
import moviegen.tensor.Ops;
import moviegen.tensor.Tensor;

/** Two linear layers with the tanh form of GELU between them. */
record FeedForward(Linear up, Linear down) {
  FeedForward(Params params, WanConfig config) {
    this(
        Linear.biased(params.at("up"), config.width(), config.hidden()),
        Linear.biased(params.at("down"), config.hidden(), config.width()));
  }

  /**
   * @param x (b n c)
   * @return (b n c)
   */
  Tensor forward(Tensor x) {
    return down.forward(Ops.geluTanh(up.forward(x)));
  }
}
