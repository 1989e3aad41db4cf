package moviegen.wan;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import moviegen.checkpoint.KeyMap;

/**
 * Where a block of a level stands: in our names, which count blocks by level; in the owners', which
 * count them through all levels (2.1) or by level with the resampling as the last (2.2); and in
 * those of diffusers, which count the encoder of 2.1 through.
 */
record Place(String original, String diffusers, String ours) {
  /** A half of the autoencoder in the three names. */
  private record Half(String original, String diffusers, String ours, int more) {}

  private static final List<Half> HALVES =
      List.of(
          new Half("encoder.downsamples", "encoder.down_blocks", "encoder.levels", 0),
          new Half("decoder.upsamples", "decoder.up_blocks", "decoder.levels", 1));

  static List<Place> all(WanAutoencoderConfig config) {
    var places = new ArrayList<Place>();
    for (Half half : HALVES) {
      int blocks = config.blocks() + half.more();
      int levels = config.multipliers().size();
      for (int level = 0; level < levels; level++) {
        for (int i = 0; i < blocks + (level < levels - 1 ? 1 : 0); i++) {
          places.add(of(half, config.shortcuts(), level, blocks, i));
        }
      }
    }
    return places;
  }

  /** The block {@code i} of a level, or behind the last one what changes the size. */
  private static Place of(Half half, boolean nested, int level, int blocks, int i) {
    boolean up = half.more() > 0;
    String through = "." + (level * (blocks + 1) + i);
    String resampling = up ? "upsampler" : "downsampler";
    String block = i < blocks ? "resnets." + i : nested ? resampling : resampling + "s.0";
    String within = half.original().substring(half.original().indexOf('.'));
    return new Place(
        half.original() + (nested ? "." + level + within + "." + i : through),
        half.diffusers() + (nested || up ? "." + level + "." + block : through),
        half.ours() + "." + level + "." + (i < blocks ? "blocks." + i : up ? "up" : "down"));
  }

  /** All places as rules that lead from {@code theirs} to ours. */
  static KeyMap keys(WanAutoencoderConfig config, Function<Place, String> theirs) {
    var keys = KeyMap.IDENTITY;
    for (Place place : all(config)) {
      keys = keys.first(theirs.apply(place), place.ours());
    }
    return keys;
  }
}
