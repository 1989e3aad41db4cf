package moviegen.transformer;

import static moviegen.tensor.Axis.axis;

import moviegen.nn.Init;
import moviegen.nn.Linear;
import moviegen.nn.Modulation;
import moviegen.nn.Params;
import moviegen.nn.RmsNorm;
import moviegen.nn.TimeModulation;
import moviegen.tensor.Tensor;

/** Reads the velocity off the tokens and puts the patches back; zero at first. */
record VelocityHead(TimeModulation time, Modulation modulation, Linear out) {
  private static final int PARTS = 2;

  VelocityHead(Params params, TransformerConfig config) {
    this(
        new TimeModulation(params.at("time"), config.width(), PARTS),
        new Modulation(params.at("modulation"), PARTS, config.width()),
        Linear.biased(
            params.at("out"),
            config.width(),
            PatchEmbedding.patch(config.latentChannels()),
            Init.ZEROS));
  }

  /**
   * @param x (b n width)
   * @param embedded the embedded time (b width), float32
   * @return (b c t h w)
   */
  Tensor forward(Tensor x, Tensor embedded, TokenGrid grid) {
    var parts = modulation.forward(time.forward(embedded), x.dtype());
    return out.forward(Modulation.enter(RmsNorm.normalizeRows(x), parts.get(0), parts.get(1)))
        .rearrange(
            "b (t h w) (c p q) -> b c t (h p) (w q)",
            axis("t", grid.time()),
            axis("h", grid.height()),
            axis("w", grid.width()),
            axis("p", TokenGrid.PATCH),
            axis("q", TokenGrid.PATCH));
  }
}
