package moviegen.nn;

import static moviegen.tensor.Axis.axis;

import java.util.Optional;
import moviegen.tensor.Tensor;

/**
 * Every token looks at every token of a text. Its output is zero at first, so that every block
 * begins as the identity.
 */
public record CrossAttention(
    Linear query, Linear keyValue, HeadNorm queryNorm, Linear out, int heads) {
  /** What one layer looks at; each (b h m d). */
  public record Text(Tensor key, Tensor value) {}

  /**
   * A layer.
   *
   * @param norm where the strength is
   */
  public CrossAttention(Params params, Params norm, int width, int heads) {
    this(
        new Linear(params.at("query"), width, width),
        new Linear(params.at("key_value"), width, 2 * width),
        new HeadNorm(norm, heads),
        new Linear(params.at("out"), width, width, Init.ZEROS),
        heads);
  }

  /**
   * What there is to look at, the same at every time.
   *
   * @param text (b m c)
   */
  public Text read(Tensor text) {
    var parts =
        keyValue
            .forward(text)
            .rearrange("b m (part h d) -> part b h m d", axis("part", 2), axis("h", heads))
            .contiguous()
            .unbind(0);
    return new Text(RmsNorm.normalize(parts.get(0)), parts.get(1));
  }

  /**
   * Each text is looked at by as many films, one after the other, as there are films for a text.
   *
   * @param x (b·r n c), r films for each of b texts
   * @param text what {@link #read} made
   * @param bias added to the scores (b 1 1 m)
   * @return (b·r n c)
   */
  public Tensor forward(Tensor x, Text text, Tensor bias) {
    long texts = text.key().size(0);
    if (x.size(0) % texts != 0) {
      throw new IllegalArgumentException(
          "%d films cannot look at %d texts, expected as many films for each"
              .formatted(x.size(0), texts));
    }
    var films = x.reshape(texts, x.size(0) / texts * x.size(1), x.size(2));
    var q = query.forward(films).rearrange("b n (h d) -> b h n d", axis("h", heads)).contiguous();
    var y =
        ScaledDotProduct.attend(
            queryNorm.queries(q), text.key(), text.value(), Optional.of(bias), 1);
    return out.forward(y.rearrange("b h n d -> b n (h d)")).reshape(x.shape());
  }
}
