package moviegen.audio;

import static moviegen.tensor.Axis.axis;

import java.util.Optional;
import moviegen.nn.Init;
import moviegen.nn.Linear;
import moviegen.nn.Params;
import moviegen.nn.RmsNorm;
import moviegen.nn.ScaledDotProduct;
import moviegen.tensor.Ops;
import moviegen.tensor.Tensor;

/**
 * Every latent looks at every other, before and after it. Queries and keys are normalized in each
 * head, with a learned strength, and turned by their places.
 */
record SelfAttention(Linear queryKeyValue, Tensor strength, Linear out, int heads) {
  SelfAttention(Params params, AudioTransformerConfig config) {
    this(
        new Linear(params.at("query_key_value"), config.width(), 3 * config.width()),
        params.get("strength", Init.ONES, config.heads()),
        new Linear(params.at("out"), config.width(), config.width()),
        config.heads());
  }

  /**
   * @param x (b n c)
   * @param turns of the places (n d/2 2)
   * @return (b n c)
   */
  Tensor forward(Tensor x, Tensor turns) {
    var parts =
        queryKeyValue
            .forward(x)
            .rearrange("b n (part h d) -> part b h n d", axis("part", 3), axis("h", heads))
            .contiguous()
            .unbind(0);
    var query = RmsNorm.rescale(parts.get(0), strength.reshape(-1, 1, 1));
    var key = RmsNorm.normalizeRows(parts.get(1));
    var y =
        ScaledDotProduct.attend(
            Ops.turnPairs(query, turns),
            Ops.turnPairs(key, turns),
            parts.get(2),
            Optional.empty(),
            1);
    return out.forward(y.rearrange("b h n d -> b n (h d)"));
  }
}
