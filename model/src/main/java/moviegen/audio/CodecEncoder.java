package moviegen.audio;

import java.util.ArrayList;
import java.util.List;
import moviegen.nn.Conv1d;
import moviegen.nn.Params;
import moviegen.tensor.Scope;
import moviegen.tensor.Tensor;

/** From a wave to hidden features at the latent rate, twice as wide at every level. */
record CodecEncoder(Conv1d in, List<Level> levels, Snake last, Conv1d out) {
  private static final int WIDE = 7;
  private static final int NARROW = 3;

  /** Residual units at one rate, then the step to the next. */
  record Level(List<ResidualUnit> units, Snake snake, Downsample down) {
    Level(Params params, int width, int rate) {
      this(
          ResidualUnit.level(params.at("units"), width),
          new Snake(params.at("snake"), width),
          new Downsample(params.at("down"), width, 2 * width, rate));
    }

    Tensor forward(Tensor x) {
      for (var unit : units) {
        var before = x;
        x = Scope.tidy(() -> unit.forward(before));
      }
      var all = x;
      return Scope.tidy(() -> down.forward(snake.forward(all)));
    }
  }

  CodecEncoder(Params params, AudioCodecConfig config) {
    this(
        new Conv1d(params.at("in"), 1, config.encoderWidth(), WIDE, 1),
        new ArrayList<>(),
        new Snake(params.at("last"), config.encoderWidth() << config.rates().size()),
        new Conv1d(
            params.at("out"),
            config.encoderWidth() << config.rates().size(),
            config.hiddenWidth(),
            NARROW,
            1));
    for (int i = 0; i < config.rates().size(); i++) {
      levels.add(
          new Level(params.at("levels").at(i), config.encoderWidth() << i, config.rates().get(i)));
    }
  }

  /**
   * @param wave (b t 1)
   * @return (b n hidden)
   */
  Tensor forward(Tensor wave) {
    var x = in.forward(wave);
    for (var level : levels) {
      var before = x;
      x = Scope.tidy(() -> level.forward(before));
    }
    return out.forward(last.forward(x));
  }

  /** Samples of the wave beyond a latent's own, to each side, that have a say in it. */
  static int reach(AudioCodecConfig config) {
    int reach = WIDE / 2;
    int hop = 1;
    for (int rate : config.rates()) {
      reach += hop * (ResidualUnit.REACH + rate / 2);
      hop *= rate;
    }
    return reach + NARROW / 2 * hop;
  }
}
