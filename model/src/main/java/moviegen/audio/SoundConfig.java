package moviegen.audio;

/**
 * An audio transformer with what it must be given.
 *
 * @param sight what is seen of a film's frames
 * @param longest latents of the longest sound it learned from, and of a window of longer ones
 */
public record SoundConfig(AudioTransformerConfig transformer, SightConfig sight, int longest) {
  public SoundConfig {
    if (sight.width() != transformer.videoWidth()) {
      throw new IllegalArgumentException(
          "The transformer takes frames of %d values, what is seen has %d"
              .formatted(transformer.videoWidth(), sight.width()));
    }
    if (longest < 1) {
      throw new IllegalArgumentException(
          "The longest sound has %d latents, expected 1 or more".formatted(longest));
    }
  }
}
