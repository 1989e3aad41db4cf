package moviegen.audio;

import java.util.ArrayList;
import java.util.List;
import moviegen.nn.Conv1d;
import moviegen.nn.Init;
import moviegen.nn.Params;
import moviegen.tensor.Scope;
import moviegen.tensor.Tensor;

/** From hidden features at the latent rate to a wave, half as wide at every level. */
record CodecDecoder(Conv1d in, List<Level> levels, Snake last, Conv1d out) {
  private static final int KERNEL = 7;
  private static final double QUIET = 0.002;

  /** The step to the next rate, then residual units there. */
  record Level(Snake snake, Upsample up, List<ResidualUnit> units) {
    Level(Params params, int width, int rate) {
      this(
          new Snake(params.at("snake"), width),
          new Upsample(params.at("up"), width, width / 2, rate),
          ResidualUnit.level(params.at("units"), width / 2));
    }

    Tensor forward(Tensor before) {
      var x = Scope.tidy(() -> up.forward(snake.forward(before)));
      for (var unit : units) {
        var given = x;
        x = Scope.tidy(() -> unit.forward(given));
      }
      return x;
    }
  }

  CodecDecoder(Params params, AudioCodecConfig config) {
    this(
        new Conv1d(params.at("in"), config.hiddenWidth(), config.decoderWidth(), KERNEL, 1),
        new ArrayList<>(),
        new Snake(params.at("last"), config.decoderWidth() >> config.rates().size()),
        new Conv1d(
            params.at("out"),
            config.decoderWidth() >> config.rates().size(),
            1,
            KERNEL,
            1,
            Init.normal(QUIET)));
    var rates = config.rates().reversed();
    for (int i = 0; i < rates.size(); i++) {
      levels.add(new Level(params.at("levels").at(i), config.decoderWidth() >> i, rates.get(i)));
    }
  }

  /**
   * @param hidden (b n hidden)
   * @return (b t 1), from -1 to 1
   */
  Tensor forward(Tensor hidden) {
    var x = in.forward(hidden);
    for (var level : levels) {
      var before = x;
      x = Scope.tidy(() -> level.forward(before));
    }
    return out.forward(last.forward(x)).tanh();
  }

  /** Samples of the wave to each side of a latent's own on which it has a say. */
  static int reach(AudioCodecConfig config) {
    int hop = config.hop();
    int reach = KERNEL / 2 * hop;
    for (int rate : config.rates().reversed()) {
      reach += hop;
      hop /= rate;
      reach += hop * ResidualUnit.REACH;
    }
    return reach + KERNEL / 2;
  }
}
