package moviegen.wan;

import java.util.Optional;
import moviegen.nn.LayerNorm;
import moviegen.nn.Params;
import moviegen.tensor.Tensor;

/** Self-attention over the film, cross-attention to the text, then a feed-forward. */
record WanBlock(
    Modulation modulation,
    SelfAttention self,
    Optional<LayerNorm> crossNorm,
    CrossAttention cross,
    FeedForward feedForward) {

  WanBlock(Params params, WanConfig config, Projection.Form form) {
    this(
        new Modulation(params, TimeModulation.PARTS, config),
        new SelfAttention(params.at("self"), config, form),
        config.crossNorm()
            ? Optional.of(new LayerNorm(params.at("cross_norm"), config.width(), config.eps()))
            : Optional.empty(),
        new CrossAttention(params.at("cross"), config, form),
        FeedForward.of(params.at("feed_forward"), config, form));
  }

  /**
   * Moves the film's tokens one layer closer to the velocity.
   *
   * @param x (b n c)
   * @param shared what the time says to all layers (b g 6 c), float32
   * @param text keys and values of this layer
   * @param bias of the text's tokens (b 1 1 m)
   * @return (b n c)
   */
  Tensor forward(
      Tensor x, RotaryPositions positions, Tensor shared, WanText.Layer text, Tensor bias) {
    var time = modulation.forward(shared);
    var y = self.forward(modulation.enter(x, time.get(0), time.get(1)), positions);
    var z = modulation.leave(x, y, time.get(2));
    z = z.add(cross.forward(crossNorm.isPresent() ? crossNorm.get().forward(z) : z, text, bias));
    y = feedForward.forward(modulation.enter(z, time.get(3), time.get(4)));
    return modulation.leave(z, y, time.get(5));
  }

  /** What the block looks at first (b n c). */
  Tensor sight(Tensor x, Tensor shared) {
    var time = modulation.forward(shared);
    return modulation.enter(x, time.get(0), time.get(1));
  }
}
