package moviegen.wan;

import java.util.Optional;
import moviegen.nn.Linear;
import moviegen.nn.Params;
import moviegen.nn.RmsNorm;
import moviegen.nn.ScaledDotProduct;
import moviegen.tensor.Tensor;

/**
 * Every token of the film looks at every other. Queries and keys are normalized over their full
 * width, before they are cut into heads, and turned by their positions.
 */
record SelfAttention(
    Linear query, Linear key, Linear value, Linear out, RmsNorm queryNorm, RmsNorm keyNorm, int heads) {
  SelfAttention(Params params, WanConfig config) {
    int width = config.width();
    this(
        Linear.biased(params.at("query"), width, width),
        Linear.biased(params.at("key"), width, width),
        Linear.biased(params.at("value"), width, width),
        Linear.biased(params.at("out"), width, width),
        new RmsNorm(params.at("query_norm"), width, config.eps()),
        new RmsNorm(params.at("key_norm"), width, config.eps()),
        config.heads());
  }

  /**
   * @param x (b n c)
   * @return (b n c)
   */
  Tensor forward(Tensor x, RotaryPositions positions) {
    var q = positions.turn(heads(queryNorm.forward(query.forward(x)))).transpose(1, 2);
    var k = positions.turn(heads(keyNorm.forward(key.forward(x)))).transpose(1, 2);
    var v = heads(value.forward(x)).transpose(1, 2);
    var y = ScaledDotProduct.attend(q, k, v, Optional.empty());
    return out.forward(y.transpose(1, 2).reshape(x.shape()));
  }

  /** (b n c) → (b n heads d). */
  private Tensor heads(Tensor x) {
    return x.reshape(x.size(0), x.size(1), heads, x.size(2) / heads);
  }
}
