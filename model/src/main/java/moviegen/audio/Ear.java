package moviegen.audio;

import java.util.ArrayList;
import java.util.List;
import moviegen.nn.Conv1d;
import moviegen.nn.Init;
import moviegen.nn.LayerNorm;
import moviegen.nn.Linear;
import moviegen.nn.Params;
import moviegen.tensor.DType;
import moviegen.tensor.Ops;
import moviegen.tensor.Tensor;

/**
 * A judge of sound, trained on true sound alone: which kinds are heard, whether there is music, and
 * what its mode and pace are.
 */
public final class Ear {
  /** Where its tables are, which no file needs to have. */
  public static final String LEVELS = "levels";

  private static final int KERNEL = 5;
  private static final double MIDDLE = 3;

  private final EarConfig config;
  private final MelLevels levels;
  private final Linear in;
  private final List<Layer> layers = new ArrayList<>();
  private final LayerNorm norm;
  private final Linear out;

  private record Layer(LayerNorm norm, Conv1d wide, Linear mix) {
    Tensor forward(Tensor x) {
      return x.add(mix.forward(wide.forward(norm.forward(x)).silu()));
    }
  }

  public Ear(Params params, EarConfig config) {
    this.config = config;
    levels = MelLevels.unwritten(params.at(LEVELS), config.window(), config.sampleRate());
    int width = config.width();
    in = Linear.biased(params.at("in"), MelBands.count(config.window()), width);
    for (int i = 0; i < config.depth(); i++) {
      var layer = params.at("layers").at(i);
      layers.add(
          new Layer(
              new LayerNorm(layer.at("norm"), width),
              new Conv1d(layer.at("wide"), width, width, KERNEL, 1 << (i % 4)),
              Linear.biased(layer.at("mix"), width, width, Init.normal(0.3 / Math.sqrt(width)))));
    }
    norm = new LayerNorm(params.at("norm"), 2 * width);
    out = Linear.biased(params.at("out"), 2 * width, config.answers(), Init.ZEROS);
  }

  public EarConfig config() {
    return config;
  }

  /**
   * What is heard, as logits.
   *
   * @param kinds one for each kind by itself (b k)
   * @param music whether there is any (b 1)
   * @param mode of which one holds (b modes)
   * @param pace of which one holds (b paces)
   */
  public record Heard(Tensor kinds, Tensor music, Tensor mode, Tensor pace) {}

  /**
   * Listens.
   *
   * @param wave (b t), at least a window
   */
  public Heard listen(Tensor wave) {
    var x = in.forward(levels.forward(wave).mul(0.5).add(MIDDLE / 2));
    for (var layer : layers) {
      x = layer.forward(x);
    }
    var mean = x.meanKeeping(1).reshape(x.size(0), -1);
    var most = x.amaxKeeping(1).reshape(x.size(0), -1);
    var answers = out.forward(norm.forward(Ops.cat(List.of(mean, most), 1))).to(DType.FLOAT32);
    int modes = config.modes().size();
    int at = config.kinds().size();
    return new Heard(
        answers.narrow(1, 0, at),
        answers.narrow(1, at, 1),
        answers.narrow(1, at + 1, modes),
        answers.narrow(1, at + 1L + modes, config.paces().size()));
  }
}
