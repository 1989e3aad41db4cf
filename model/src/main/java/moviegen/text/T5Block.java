package moviegen.text;

import java.util.Optional;
import moviegen.nn.Params;
import moviegen.nn.RmsNorm;
import moviegen.tensor.DType;
import moviegen.tensor.Tensor;

/** One layer of the encoder; the sum over layers stays in float32 whatever they compute in. */
final class T5Block {
  private final Optional<RelativePositions> positions;
  private final RmsNorm attentionNorm;
  private final T5Attention attention;
  private final RmsNorm feedForwardNorm;
  private final T5FeedForward feedForward;
  private final DType compute;

  T5Block(Params params, T5Config config, DType compute) {
    positions = RelativePositions.perLayer(params, config, true);
    attentionNorm = new RmsNorm(params.at("attention_norm"), config.width());
    attention = new T5Attention(params.at("attention"), config);
    feedForwardNorm = new RmsNorm(params.at("feed_forward_norm"), config.width());
    feedForward = new T5FeedForward(params.at("feed_forward"), config);
    this.compute = compute;
  }

  /** Adds to {@code x} (b n c), with {@code bias} (b heads n n) besides this layer's own. */
  Tensor forward(Tensor x, Tensor bias) {
    var own = positions.map(p -> p.forward((int) x.size(1)).add(bias)).orElse(bias);
    var normed = attentionNorm.forward(x).to(compute);
    var y = x.add(attention.forward(normed, normed, own));
    return y.add(feedForward.forward(feedForwardNorm.forward(y).to(compute)));
  }
}
