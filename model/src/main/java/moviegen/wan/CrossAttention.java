package moviegen.wan;

import static moviegen.tensor.Axis.axis;

import java.util.Optional;
import moviegen.nn.Params;
import moviegen.nn.RmsNorm;
import moviegen.nn.ScaledDotProduct;
import moviegen.tensor.Tensor;

/** Every token of the film looks at every token of the text. */
record CrossAttention(
    Projection query,
    Projection keyValue,
    Projection out,
    RmsNorm queryNorm,
    RmsNorm keyNorm,
    int heads) {
  CrossAttention(Params params, WanConfig config, Projection.Form form) {
    int width = config.width();
    this(
        form.of(params, width, width, "query"),
        form.of(params, width, width, "key", "value"),
        form.of(params, width, width, "out"),
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
    var parts = keyValue.forward(text);
    return new WanText.Layer(heads(keyNorm.forward(parts.get(0))), heads(parts.get(1)));
  }

  /**
   * @param x (b n c)
   * @return (b n c)
   */
  Tensor forward(Tensor x, WanText.Layer text, Tensor bias) {
    var q = heads(queryNorm.forward(query.apply(x)));
    var y = ScaledDotProduct.attend(q, text.key(), text.value(), Optional.of(bias));
    return out.apply(y.transpose(1, 2).reshape(x.shape()));
  }

  private Tensor heads(Tensor x) {
    return x.rearrange("b m (h d) -> b h m d", axis("h", heads)).contiguous();
  }
}
