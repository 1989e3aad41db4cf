package moviegen.audio;

import java.util.List;

/**
 * The shape of an {@link Ear}.
 *
 * @param sampleRate of what it hears (Hz)
 * @param window samples of a window, a power of two
 * @param width of its layers
 * @param depth number of its layers
 * @param kinds of sound that it knows
 * @param modes of music
 * @param paces of music
 */
public record EarConfig(
    int sampleRate,
    int window,
    int width,
    int depth,
    List<String> kinds,
    List<String> modes,
    List<String> paces) {
  public EarConfig {
    kinds = List.copyOf(kinds);
    modes = List.copyOf(modes);
    paces = List.copyOf(paces);
    if (sampleRate < 1 || window < 32 || width < 1 || depth < 1 || kinds.isEmpty()) {
      throw new IllegalArgumentException(
          "Sample rate %d, window %d, width %d, depth %d, %d kinds, expected 1 or more each"
              .formatted(sampleRate, window, width, depth, kinds.size()));
    }
  }

  /** What it says about a sound, in order: kinds, whether there is music, modes, paces. */
  int answers() {
    return kinds.size() + 1 + modes.size() + paces.size();
  }
}
