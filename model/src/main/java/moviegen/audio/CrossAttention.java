package moviegen.audio;

import static moviegen.tensor.Axis.axis;

import java.util.Optional;
import moviegen.nn.Init;
import moviegen.nn.Linear;
import moviegen.nn.Params;
import moviegen.nn.RmsNorm;
import moviegen.nn.ScaledDotProduct;
import moviegen.tensor.Tensor;

/** Every latent looks at every token of the text; nothing comes of it at first. */
record CrossAttention(Linear query, Linear keyValue, Tensor strength, Linear out, int heads) {
  CrossAttention(Params params, AudioTransformerConfig config) {
    this(
        new Linear(params.at("query"), config.width(), config.width()),
        new Linear(params.at("key_value"), config.width(), 2 * config.width()),
        params.get("strength", Init.ONES, config.heads()),
        new Linear(params.at("out"), config.width(), config.width(), Init.ZEROS),
        config.heads());
  }

  /**
   * What there is to look at, the same at every time.
   *
   * @param text (b m c)
   */
  SoundConditions.Layer conditions(Tensor text) {
    var parts =
        keyValue
            .forward(text)
            .rearrange("b m (part h d) -> part b h m d", axis("part", 2), axis("h", heads))
            .contiguous()
            .unbind(0);
    return new SoundConditions.Layer(RmsNorm.normalize(parts.get(0)), parts.get(1));
  }

  /**
   * @param x (b n c)
   * @param bias added to the scores (b 1 1 m)
   * @return (b n c)
   */
  Tensor forward(Tensor x, SoundConditions.Layer text, Tensor bias) {
    var q = query.forward(x).rearrange("b n (h d) -> b h n d", axis("h", heads)).contiguous();
    var y =
        ScaledDotProduct.attend(
            RmsNorm.rescale(q, strength.reshape(-1, 1, 1)),
            text.key(),
            text.value(),
            Optional.of(bias),
            1);
    return out.forward(y.rearrange("b h n d -> b n (h d)"));
  }
}
