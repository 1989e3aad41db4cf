package moviegen.clip;

import static moviegen.tensor.Axis.axis;

import java.util.Optional;
import moviegen.nn.LayerNorm;
import moviegen.nn.Linear;
import moviegen.nn.Params;
import moviegen.nn.ScaledDotProduct;
import moviegen.tensor.DType;
import moviegen.tensor.Ops;
import moviegen.tensor.Tensor;

/**
 * One layer of either tower: attention, then feed-forward, each behind its norm. The sum over
 * layers stays in float32 whatever they compute in.
 */
final class ClipBlock {
  /** What open_clip's layer norms add to the variance. */
  static final double EPS = 1e-5;

  private final LayerNorm attentionNorm;
  private final Linear queryKeyValue;
  private final Linear out;
  private final LayerNorm feedForwardNorm;
  private final Linear up;
  private final Linear down;
  private final int heads;
  private final boolean quickGelu;
  private final DType compute;

  ClipBlock(Params params, TowerConfig config, boolean quickGelu, DType compute) {
    int width = config.width();
    var attention = params.at("attention");
    var feedForward = params.at("feed_forward");
    attentionNorm = new LayerNorm(params.at("attention_norm"), width, EPS);
    queryKeyValue = Linear.biased(attention.at("query_key_value"), width, 3 * width);
    out = Linear.biased(attention.at("out"), width, width);
    feedForwardNorm = new LayerNorm(params.at("feed_forward_norm"), width, EPS);
    up = Linear.biased(feedForward.at("up"), width, config.hidden());
    down = Linear.biased(feedForward.at("down"), config.hidden(), width);
    heads = config.heads();
    this.quickGelu = quickGelu;
    this.compute = compute;
  }

  /**
   * Lets the tokens look at each other and think.
   *
   * @param x (b n c)
   * @param bias added to the scores, broadcast to (b heads n n)
   * @return (b n c)
   */
  Tensor forward(Tensor x, Optional<Tensor> bias) {
    var y = x.add(attend(attentionNorm.forward(x).to(compute), bias));
    return y.add(down.forward(activate(up.forward(feedForwardNorm.forward(y).to(compute)))));
  }

  private Tensor attend(Tensor x, Optional<Tensor> bias) {
    var qkv =
        queryKeyValue
            .forward(x)
            .rearrange(
                "b n (three heads d) -> three b heads n d", axis("three", 3), axis("heads", heads))
            .unbind(0);
    var y = ScaledDotProduct.attend(qkv.get(0), qkv.get(1), qkv.get(2), bias);
    return out.forward(y.rearrange("b heads n d -> b n (heads d)"));
  }

  private Tensor activate(Tensor x) {
    return quickGelu ? x.mul(x.mul(1.702).sigmoid()) : Ops.gelu(x);
  }
}
