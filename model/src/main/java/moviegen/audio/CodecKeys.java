package moviegen.audio;

import java.util.List;
import moviegen.checkpoint.Checkpoint;
import moviegen.checkpoint.KeyMap;

/**
 * The names that the Descript Audio Codec's code gives to its weights; weight normalization is
 * under its old names or those of parametrizations.
 */
public final class CodecKeys {
  private CodecKeys() {}

  private static final KeyMap ENDS =
      KeyMap.IDENTITY
          .within("parametrizations.weight.original0", "weight_g")
          .within("parametrizations.weight.original1", "weight_v")
          .first("quantizer.in_proj", "moments")
          .first("quantizer.out_proj", "latents")
          .first("encoder.block.0", "encoder.in")
          .first("decoder.model.0", "decoder.in");

  private static final List<String> UNIT = List.of("first", "wide", "second", "mix");

  /** The owners' names to ours. */
  public static KeyMap original(AudioCodecConfig config) {
    var keys = ENDS;
    int levels = config.rates().size();
    for (int i = 0; i < levels; i++) {
      String encoder = "encoder.block.%d.block.".formatted(i + 1);
      String decoder = "decoder.model.%d.block.".formatted(i + 1);
      String ours = "coder.levels.%d.".formatted(i);
      for (int unit = 0; unit < 3; unit++) {
        keys = unit(keys, encoder + unit, "en" + ours + "units." + unit);
        keys = unit(keys, decoder + (unit + 2), "de" + ours + "units." + unit);
      }
      keys =
          keys.first(encoder + "3", "en" + ours + "snake")
              .first(encoder + "4", "en" + ours + "down")
              .first(decoder + "0", "de" + ours + "snake")
              .first(decoder + "1", "de" + ours + "up");
    }
    return keys.first("encoder.block." + (levels + 1), "encoder.last")
        .first("encoder.block." + (levels + 2), "encoder.out")
        .first("decoder.model." + (levels + 1), "decoder.last")
        .first("decoder.model." + (levels + 2), "decoder.out");
  }

  private static KeyMap unit(KeyMap keys, String theirs, String ours) {
    var all = keys;
    for (int i = 0; i < UNIT.size(); i++) {
      all = all.first(theirs + ".block." + i, ours + "." + UNIT.get(i));
    }
    return all;
  }

  /** The weights of {@code checkpoint}, which has the owners' names. */
  public static FoldedWeights open(Checkpoint checkpoint, AudioCodecConfig config) {
    return FoldedWeights.of(checkpoint, original(config));
  }
}
