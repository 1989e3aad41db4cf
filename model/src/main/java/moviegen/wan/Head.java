package moviegen.wan;

import static moviegen.tensor.Axis.axis;

import moviegen.nn.Linear;
import moviegen.nn.Params;
import moviegen.tensor.Tensor;

/** Turns tokens into a velocity for every latent pixel of their patches. */
record Head(Modulation modulation, Linear out) {
  private static final int PARTS = 2;

  Head(Params params, WanConfig config) {
    this(
        new Modulation(params, PARTS, config),
        Linear.biased(
            params.at("out"), config.width(), config.outChannels() * Patches.SIDE * Patches.SIDE));
  }

  /**
   * @param x (b n c)
   * @param time what the time is embedded as (b g c), float32
   * @return (b c t h w)
   */
  Tensor forward(Tensor x, Tensor time, long frames, long rows) {
    var parts = modulation.forward(time.unsqueeze(2));
    return out.forward(modulation.enter(x, parts.get(0), parts.get(1)))
        .rearrange(
            "b (t h w) (p q c) -> b c t (h p) (w q)",
            axis("t", frames),
            axis("h", rows),
            axis("p", Patches.SIDE),
            axis("q", Patches.SIDE));
  }
}
