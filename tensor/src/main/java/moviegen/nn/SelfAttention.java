package moviegen.nn;

import static moviegen.tensor.Axis.axis;

import java.util.Optional;
import java.util.function.UnaryOperator;
import moviegen.tensor.Tensor;

/**
 * Every token looks at every other. Queries and keys are normalized in each head, with a learned
 * strength.
 */
public record SelfAttention(Linear queryKeyValue, HeadNorm queryNorm, Linear out, int heads) {
  /**
   * A layer.
   *
   * @param norm where the strength is
   */
  public SelfAttention(Params params, Params norm, int width, int heads) {
    this(
        new Linear(params.at("query_key_value"), width, 3 * width),
        new HeadNorm(norm, heads),
        new Linear(params.at("out"), width, width),
        heads);
  }

  /**
   * @param x (b n c)
   * @return (b n c)
   */
  public Tensor forward(Tensor x) {
    return forward(x, UnaryOperator.identity());
  }

  /**
   * @param x (b n c)
   * @param turn what tells queries and keys where they stand (b heads n d)
   * @return (b n c)
   */
  public Tensor forward(Tensor x, UnaryOperator<Tensor> turn) {
    var parts =
        queryKeyValue
            .forward(x)
            .rearrange("b n (part h d) -> part b h n d", axis("part", 3), axis("h", heads))
            .contiguous()
            .unbind(0);
    var query = turn.apply(queryNorm.queries(parts.get(0)));
    var key = turn.apply(HeadNorm.keys(parts.get(1)));
    var y = ScaledDotProduct.attend(query, key, parts.get(2), Optional.empty(), 1);
    return out.forward(y.rearrange("b h n d -> b n (h d)"));
  }
}
