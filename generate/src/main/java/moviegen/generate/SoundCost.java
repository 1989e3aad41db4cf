package moviegen.generate;

import java.util.List;
import moviegen.audio.AudioCodecConfig;
import moviegen.audio.AudioTransformer;
import moviegen.audio.AudioTransformerConfig;
import moviegen.nn.Params;
import moviegen.tensor.DType;
import moviegen.tensor.Device;
import moviegen.tensor.MatrixRate;
import moviegen.tensor.Native;
import moviegen.tensor.Ops;
import moviegen.tensor.Tensor;

/** What guided sound by an audio transformer of any size would take, counted like a film. */
public final class SoundCost {
  /** Sizes that are counted. */
  public static final List<String> PRESETS = List.of("300m", "3b", "paper-13b");

  private static final int BRANCHES = 2;

  private SoundCost() {}

  /**
   * Counts a sound and measures the machine.
   *
   * @param seconds of sound, one token for each latent
   * @param steps evaluations of the velocity
   * @param words tokens of the text
   */
  public static FilmCost of(String preset, double seconds, int steps, int words) {
    Native.matmulPrecision(Native.Precision.MEDIUM);
    var type = DType.BFLOAT16;
    var config = AudioTransformerConfig.preset(preset);
    long parameters = parameters(config);
    long tokens = Math.max(1, Math.round(seconds * AudioCodecConfig.DAC_48K.latentRate()));
    double width = config.width();
    double linear = 2.0 * BRANCHES * parameters * tokens;
    double attention = 4.0 * BRANCHES * config.depth() * width * tokens * (tokens + words);
    double flops = steps * (linear + attention);
    double rate = MatrixRate.of(List.of(type)).getOrDefault(type, 1.0);
    long activations = Math.round(BRANCHES * tokens * type.bytes() * (8 * width + config.hidden()));
    return new FilmCost(
        parameters,
        tokens,
        linear,
        attention,
        flops,
        parameters * type.bytes(),
        activations,
        rate,
        flops / rate);
  }

  /** Counted from the built model, which takes no memory. */
  static long parameters(AudioTransformerConfig config) {
    try (var params =
        Params.frozen((_, _, shape) -> Ops.empty(DType.BFLOAT16, new Device("meta"), shape))) {
      var _ = new AudioTransformer(params, config);
      return params.asMap().values().stream().mapToLong(Tensor::count).sum();
    }
  }
}
