package moviegen.text;

import moviegen.nn.Linear;
import moviegen.nn.Params;
import moviegen.tensor.Tensor;

/** The gated feed-forward of T5 v1.1 and its descendants. */
final class T5FeedForward {
  private final Linear gate;
  private final Linear up;
  private final Linear down;
  private final T5Config.Activation activation;

  T5FeedForward(Params params, T5Config config) {
    gate = new Linear(params.at("gate"), config.width(), config.hidden());
    up = new Linear(params.at("up"), config.width(), config.hidden());
    down = new Linear(params.at("down"), config.hidden(), config.width());
    activation = config.activation();
  }

  Tensor forward(Tensor x) {
    return down.forward(activation.apply(gate.forward(x)).mul(up.forward(x)));
  }
}
