package moviegen.wan;

import static moviegen.tensor.Axis.axis;

import java.util.Optional;
import moviegen.nn.Linear;
import moviegen.nn.Params;
import moviegen.nn.RmsNorm;
import moviegen.nn.ScaledDotProduct;
import moviegen.tensor.Tensor;

/** Every token of the film looks at every token of the text. */
record CrossAttention(
    Linear query, Linear key, Linear value, Linear out, RmsNorm queryNorm, RmsNorm keyNorm, int heads) {
  CrossAttention(Params params, WanConfig config) {
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
   * What there is to look at, the same at every time.
   *
   * @param text (b m c)
   */
  WanText.Layer read(Tensor text) {
    return new WanText.Layer(
        heads(keyNorm.forward(key.forward(text))), heads(value.forward(text)));
  }

  /**
   * @param x (b n c)
   * @return (b n c)
   */
  Tensor forward(Tensor x, WanText.Layer text, Tensor bias) {
    var q = heads(queryNorm.forward(query.forward(x)));
    var y = ScaledDotProduct.attend(q, text.key(), text.value(), Optional.of(bias));
    return out.forward(y.transpose(1, 2).reshape(x.shape()));
  }

  private Tensor heads(Tensor x) {
    return x.rearrange("b m (h d) -> b h m d", axis("h", heads)).contiguous();
  }
}
