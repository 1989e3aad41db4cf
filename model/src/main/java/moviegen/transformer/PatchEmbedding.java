package moviegen.transformer;

import static moviegen.tensor.Axis.axis;

import java.util.Optional;
import moviegen.nn.Init;
import moviegen.nn.Linear;
import moviegen.nn.Params;
import moviegen.tensor.Tensor;

/**
 * Cuts latents into patches of 1×2×2 and makes each a token; a convolution whose stride is its
 * kernel, written as a product (paper, section 3.1.3).
 */
record PatchEmbedding(Linear latents, Optional<Linear> extra) {
  PatchEmbedding(Params params, TransformerConfig config) {
    this(
        Linear.biased(params.at("latents"), patch(config.latentChannels()), config.width()),
        config.extraChannels() == 0
            ? Optional.empty()
            : Optional.of(
                new Linear(
                    params.at("extra"),
                    patch(config.extraChannels()),
                    config.width(),
                    Init.ZEROS)));
  }

  static int patch(int channels) {
    return channels * TokenGrid.PATCH * TokenGrid.PATCH;
  }

  /**
   * @param x latents, then the extra channels (b c t h w)
   * @return (b n width)
   */
  Tensor forward(Tensor x) {
    var patches =
        x.rearrange(
            "b c t (h p) (w q) -> b (t h w) (c p q)",
            axis("p", TokenGrid.PATCH),
            axis("q", TokenGrid.PATCH));
    if (extra.isEmpty()) {
      return latents.forward(patches);
    }
    long own = latents.weight().size(1);
    long more = extra.get().weight().size(1);
    return latents
        .forward(patches.narrow(2, 0, own))
        .add(extra.get().forward(patches.narrow(2, own, more)));
  }
}
