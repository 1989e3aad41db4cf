package moviegen.wan;

import java.util.Optional;
import moviegen.nn.Params;
import moviegen.nn.RmsNorm;
import moviegen.nn.ScaledDotProduct;
import moviegen.tensor.Tensor;

/**
 * Every token of the film looks at every other. Queries and keys are normalized over their full
 * width, before they are cut into heads, and turned by their positions.
 */
record SelfAttention(
    Projection queryKeyValue, Projection out, RmsNorm queryNorm, RmsNorm keyNorm, int heads) {
  SelfAttention(Params params, WanConfig config, Projection.Form form) {
    int width = config.width();
    this(
        form.of(params, width, width, "query", "key", "value"),
        form.of(params, width, width, "out"),
        new RmsNorm(params.at("query_norm"), width, config.eps()),
        new RmsNorm(params.at("key_norm"), width, config.eps()),
        config.heads());
  }

  /**
   * @param x (b n c)
   * @return (b n c)
   */
  Tensor forward(Tensor x, RotaryPositions positions) {
    var parts = queryKeyValue.forward(x);
    var q = positions.turn(heads(queryNorm.forward(parts.get(0)))).transpose(1, 2);
    var k = positions.turn(heads(keyNorm.forward(parts.get(1)))).transpose(1, 2);
    var v = heads(parts.get(2)).transpose(1, 2);
    var y = ScaledDotProduct.attend(q, k, v, Optional.empty());
    return out.apply(y.transpose(1, 2).reshape(x.shape()));
  }

  /** (b n c) → (b n heads d). */
  private Tensor heads(Tensor x) {
    return x.reshape(x.size(0), x.size(1), heads, x.size(2) / heads);
  }
}
