package moviegen.text;

import java.util.Optional;
import moviegen.nn.Params;
import moviegen.nn.RmsNorm;
import moviegen.tensor.DType;
import moviegen.tensor.Tensor;

/** One layer of the decoder. */
final class T5DecoderBlock {
  private final Optional<RelativePositions> positions;
  private final RmsNorm attentionNorm;
  private final T5Attention attention;
  private final RmsNorm crossNorm;
  private final T5Attention cross;
  private final RmsNorm feedForwardNorm;
  private final T5FeedForward feedForward;
  private final DType compute;

  T5DecoderBlock(Params params, T5Config config, DType compute) {
    positions = RelativePositions.perLayer(params, config, false);
    attentionNorm = new RmsNorm(params.at("attention_norm"), config.width());
    attention = new T5Attention(params.at("attention"), config);
    crossNorm = new RmsNorm(params.at("cross_norm"), config.width());
    cross = new T5Attention(params.at("cross"), config);
    feedForwardNorm = new RmsNorm(params.at("feed_forward_norm"), config.width());
    feedForward = new T5FeedForward(params.at("feed_forward"), config);
    this.compute = compute;
  }

  /**
   * Adds what the tokens tell each other and what they find in the text that was read.
   *
   * @param x (b n c)
   * @param bias (b heads n n), with what hides the tokens to come
   * @param read (b m c)
   * @param hidden (b 1 1 m)
   */
  Tensor forward(Tensor x, Tensor bias, Tensor read, Tensor hidden) {
    var own = positions.map(p -> p.forward((int) x.size(1)).add(bias)).orElse(bias);
    var normed = attentionNorm.forward(x).to(compute);
    var y = x.add(attention.forward(normed, normed, own));
    var z = y.add(cross.forward(crossNorm.forward(y).to(compute), read, hidden));
    return z.add(feedForward.forward(feedForwardNorm.forward(z).to(compute)));
  }
}
