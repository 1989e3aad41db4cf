package moviegen.text;

import static moviegen.tensor.Axis.axis;

import java.util.Optional;
import moviegen.nn.Init;
import moviegen.nn.Linear;
import moviegen.nn.Params;
import moviegen.nn.ScaledDotProduct;
import moviegen.tensor.Tensor;

/** Multi-head attention as T5 has it: scores are not divided by the square root of d. */
final class T5Attention {
  private final Linear query;
  private final Linear key;
  private final Linear value;
  private final Linear out;
  private final T5Config config;

  T5Attention(Params params, T5Config config) {
    int width = config.width();
    int inner = config.attentionWidth();
    double small = Math.pow((double) width * config.headWidth(), -0.5);
    query = new Linear(params.at("query"), width, inner, Init.normal(small));
    key = new Linear(params.at("key"), width, inner);
    value = new Linear(params.at("value"), width, inner);
    out = new Linear(params.at("out"), inner, width);
    this.config = config;
  }

  /**
   * Lets every token of {@code x} look at every token of {@code context}.
   *
   * @param x (b n c)
   * @param context (b m c), {@code x} itself for self-attention
   * @param bias added to the scores, broadcast to (b heads n m)
   * @return (b n c)
   */
  Tensor forward(Tensor x, Tensor context, Tensor bias) {
    var q = heads(query.forward(x).mul(Math.sqrt(config.headWidth())));
    var k = heads(key.forward(context));
    var v = heads(value.forward(context));
    var y = ScaledDotProduct.attend(q, k, v, Optional.of(bias));
    return out.forward(y.rearrange("b heads n d -> b n (heads d)"));
  }

  private Tensor heads(Tensor x) {
    return x.rearrange("b n (heads d) -> b heads n d", axis("heads", config.heads()));
  }
}
