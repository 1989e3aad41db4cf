package moviegen.audio;

/**
 * The shape of a {@link SoundFit}.
 *
 * @param width of both sides inside
 * @param depth layers of each side, each of which looks twice as far as the one before
 * @param embedding width of the space that both sides share
 * @param latentChannels of the codec
 * @param sight what is seen of a film's frames
 */
public record SoundFitConfig(
    int width, int depth, int embedding, int latentChannels, SightConfig sight) {
  public SoundFitConfig {
    if (width < 1 || depth < 1 || embedding < 1 || latentChannels < 1) {
      throw new IllegalArgumentException(
          "width %d, depth %d, embedding %d, latent channels %d, expected 1 or more"
              .formatted(width, depth, embedding, latentChannels));
    }
  }

  /** The tiny cast's, which sees and hears half a second to each side. */
  public static SoundFitConfig tiny(int latentChannels, SightConfig sight) {
    return new SoundFitConfig(192, 3, 64, latentChannels, sight);
  }

  /** For tests: every part, as small as can be. */
  public static SoundFitConfig miniature(int latentChannels, SightConfig sight) {
    return new SoundFitConfig(16, 2, 8, latentChannels, sight);
  }
}
