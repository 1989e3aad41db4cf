package moviegen.wan;

import java.util.ArrayList;
import java.util.List;

/**
 * Where a block of a level stands: in our names, which count blocks by level, and in the owners',
 * which count them through all levels (2.1) or by level with the resampling as the last (2.2).
 */
record Place(String original, String ours) {
  static List<Place> all(WanAutoencoderConfig config) {
    var places = new ArrayList<Place>();
    add(places, config, "encoder.downsamples.", "downsamples.", "encoder.levels.", "down.", 0);
    add(places, config, "decoder.upsamples.", "upsamples.", "decoder.levels.", "up.", 1);
    return places;
  }

  private static void add(
      List<Place> places,
      WanAutoencoderConfig config,
      String original,
      String nested,
      String ours,
      String resampling,
      int more) {
    int blocks = config.blocks() + more;
    int levels = config.multipliers().size();
    for (int level = 0; level < levels; level++) {
      for (int i = 0; i < blocks + (level < levels - 1 ? 1 : 0); i++) {
        String block = i < blocks ? "blocks." + i + "." : resampling;
        String number =
            config.shortcuts()
                ? level + "." + nested + i + "."
                : level * (blocks + 1) + i + ".";
        places.add(new Place(original + number, ours + level + "." + block));
      }
    }
  }
}
