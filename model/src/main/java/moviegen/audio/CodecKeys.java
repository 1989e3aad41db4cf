package moviegen.audio;

import moviegen.checkpoint.Checkpoint;
import moviegen.checkpoint.KeyMap;

/**
 * The names that the Descript Audio Codec's code gives to its weights; weight normalization is
 * under its old names or those of parametrizations.
 */
public final class CodecKeys {
  private CodecKeys() {}

  private static final KeyMap WITHIN_LEVELS =
      KeyMap.IDENTITY
          .rename("\\.parametrizations\\.weight\\.original0$", ".weight_g")
          .rename("\\.parametrizations\\.weight\\.original1$", ".weight_v")
          .rename("^quantizer\\.in_proj\\.", "moments.")
          .rename("^quantizer\\.out_proj\\.", "latents.")
          .rename("^encoder\\.block\\.0\\.(?!block)", "encoder.in.")
          .rename("^decoder\\.model\\.0\\.(?!block)", "decoder.in.");

  private static final KeyMap WITHIN_UNITS =
      KeyMap.IDENTITY
          .rename("(\\.units\\.\\d+)\\.block\\.0\\.", "$1.first.")
          .rename("(\\.units\\.\\d+)\\.block\\.1\\.", "$1.wide.")
          .rename("(\\.units\\.\\d+)\\.block\\.2\\.", "$1.second.")
          .rename("(\\.units\\.\\d+)\\.block\\.3\\.", "$1.mix.");

  /** The owners' names to ours. */
  public static KeyMap original(AudioCodecConfig config) {
    var keys = WITHIN_LEVELS;
    int levels = config.rates().size();
    for (int i = 0; i < levels; i++) {
      String encoder = "^encoder\\.block\\.%d\\.block\\.".formatted(i + 1);
      String decoder = "^decoder\\.model\\.%d\\.block\\.".formatted(i + 1);
      for (int unit = 0; unit < 3; unit++) {
        String ours = "coder.levels.%d.units.%d.".formatted(i, unit);
        keys = keys.rename(encoder + unit + "\\.", "en" + ours);
        keys = keys.rename(decoder + (unit + 2) + "\\.", "de" + ours);
      }
      String ours = "coder.levels.%d.".formatted(i);
      keys =
          keys.rename(encoder + "3\\.", "en" + ours + "snake.")
              .rename(encoder + "4\\.", "en" + ours + "down.")
              .rename(decoder + "0\\.", "de" + ours + "snake.")
              .rename(decoder + "1\\.", "de" + ours + "up.");
    }
    return keys.then(WITHIN_UNITS)
        .rename("^encoder\\.block\\.%d\\.".formatted(levels + 1), "encoder.last.")
        .rename("^encoder\\.block\\.%d\\.".formatted(levels + 2), "encoder.out.")
        .rename("^decoder\\.model\\.%d\\.".formatted(levels + 1), "decoder.last.")
        .rename("^decoder\\.model\\.%d\\.".formatted(levels + 2), "decoder.out.");
  }

  /** The weights of {@code checkpoint}, which has the owners' names. */
  public static FoldedWeights open(Checkpoint checkpoint, AudioCodecConfig config) {
    return FoldedWeights.of(checkpoint, original(config));
  }
}
