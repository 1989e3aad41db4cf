package moviegen.audio;

import moviegen.nn.CrossAttention;
import moviegen.nn.Modulation;
import moviegen.nn.Params;
import moviegen.nn.RmsNorm;
import moviegen.nn.SelfAttention;
import moviegen.tensor.Ops;
import moviegen.tensor.Tensor;

/**
 * Self-attention over the sound, cross-attention to the text, then a feed-forward; the time opens
 * the gates of the first and the last (paper, section 6.1).
 */
record AudioBlock(
    Modulation modulation, SelfAttention self, CrossAttention cross, FeedForward feedForward) {
  static final int PARTS = 6;

  AudioBlock(Params params, AudioTransformerConfig config) {
    this(
        new Modulation(params.at("modulation"), PARTS, config.width()),
        attention(params.at("self"), config),
        cross(params.at("cross"), config),
        new FeedForward(params.at("feed_forward"), config.width(), config.hidden()));
  }

  private static SelfAttention attention(Params params, AudioTransformerConfig config) {
    return new SelfAttention(params, params, config.width(), config.heads());
  }

  private static CrossAttention cross(Params params, AudioTransformerConfig config) {
    return new CrossAttention(params, params, config.width(), config.heads());
  }

  /**
   * Moves the latents one layer closer to the velocity.
   *
   * @param x (b n c)
   * @param turns of the places (n d/2 2)
   * @param shared the modulation that all layers share (b 6 c), float32
   * @param text keys and values of this layer
   * @param bias of the text's tokens (b 1 1 m)
   * @return (b n c)
   */
  Tensor forward(Tensor x, Tensor turns, Tensor shared, CrossAttention.Text text, Tensor bias) {
    var time = modulation.forward(shared, x.dtype());
    var calm = Modulation.enter(RmsNorm.normalize(x), time.get(0), time.get(1));
    var heard = self.forward(calm, part -> Ops.turnPairs(part, turns));
    x = Modulation.leave(x, heard, time.get(2));
    x = x.add(cross.forward(RmsNorm.normalize(x), text, bias));
    var told = Modulation.enter(RmsNorm.normalize(x), time.get(3), time.get(4));
    return Modulation.leave(x, feedForward.forward(told), time.get(5));
  }
}
