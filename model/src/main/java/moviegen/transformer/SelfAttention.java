package moviegen.transformer;

import static moviegen.tensor.Axis.axis;

import java.util.Optional;
import moviegen.nn.Linear;
import moviegen.nn.Params;
import moviegen.nn.ScaledDotProduct;
import moviegen.tensor.Tensor;

/** Every token of the film looks at every other, before and after it in time. */
record SelfAttention(Linear queryKeyValue, HeadNorm queryNorm, Linear out, int heads) {
  SelfAttention(Params params, TransformerConfig config) {
    this(
        new Linear(params.at("query_key_value"), config.width(), 3 * config.width()),
        new HeadNorm(params.at("query_norm"), config.heads()),
        new Linear(params.at("out"), config.width(), config.width()),
        config.heads());
  }

  /**
   * @param x (b n c)
   * @return (b n c)
   */
  Tensor forward(Tensor x) {
    var parts =
        queryKeyValue
            .forward(x)
            .rearrange("b n (part h d) -> part b h n d", axis("part", 3), axis("h", heads))
            .contiguous()
            .unbind(0);
    var query = queryNorm.queries(parts.get(0));
    var key = HeadNorm.keys(parts.get(1));
    var y = ScaledDotProduct.attend(query, key, parts.get(2), Optional.empty(), 1);
    return out.forward(y.rearrange("b h n d -> b n (h d)"));
  }
}
