package moviegen.audio;

import moviegen.nn.Init;
import moviegen.nn.Linear;
import moviegen.nn.Modulation;
import moviegen.nn.Params;
import moviegen.nn.RmsNorm;
import moviegen.nn.TimeModulation;
import moviegen.tensor.Tensor;

/** Reads the velocity off the tokens; zero at first. */
record AudioHead(TimeModulation time, Modulation modulation, Linear out) {
  private static final int PARTS = 2;

  AudioHead(Params params, AudioTransformerConfig config) {
    this(
        new TimeModulation(params.at("time"), config.width(), PARTS),
        new Modulation(params.at("modulation"), PARTS, config.width()),
        Linear.biased(params.at("out"), config.width(), config.latentChannels(), Init.ZEROS));
  }

  /**
   * @param x (b n width)
   * @param embedded the embedded time (b width), float32
   * @return (b n c)
   */
  Tensor forward(Tensor x, Tensor embedded) {
    var parts = modulation.forward(time.forward(embedded), x.dtype());
    return out.forward(Modulation.enter(RmsNorm.normalize(x), parts.get(0), parts.get(1)));
  }
}
