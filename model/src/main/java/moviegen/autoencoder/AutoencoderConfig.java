package moviegen.autoencoder;

import java.util.List;

/**
 * The shape of an autoencoder. It always halves time three times and the plane three times: the
 * stem takes 2×4×4 pixels as one site, the first merge 2×2×2 sites, the second 2×1×1.
 *
 * @param latentChannels channels of a latent, 16 in the paper
 * @param widths channels after the stem, the first and the second merge
 * @param encoderBlocks residual blocks of each encoder level
 * @param decoderBlocks residual blocks of each decoder level
 */
public record AutoencoderConfig(
    int latentChannels, List<Integer> widths, int encoderBlocks, int decoderBlocks) {
  /** Frames that become one latent frame, and pixels in a row that become one latent site. */
  public static final int FACTOR = 8;

  static final int STEM_TIME = 2;
  static final int STEM_SPACE = 4;

  /** The one that is shipped: 20 million parameters. */
  public static final AutoencoderConfig TINY =
      new AutoencoderConfig(16, List.of(128, 256, 256), 2, 3);

  /** For tests. */
  public static final AutoencoderConfig MINIATURE =
      new AutoencoderConfig(16, List.of(16, 32, 32), 1, 1);

  public AutoencoderConfig {
    widths = List.copyOf(widths);
    if (widths.size() != 3) {
      throw new IllegalArgumentException("An autoencoder has 3 widths, got " + widths);
    }
    if (latentChannels < 1 || encoderBlocks < 1 || decoderBlocks < 1) {
      throw new IllegalArgumentException(
          "An autoencoder needs at least 1 latent channel and 1 block a level, got %d, %d and %d"
              .formatted(latentChannels, encoderBlocks, decoderBlocks));
    }
  }

  int width(int level) {
    return widths.get(level);
  }

  /** Values of one stem site: 2 frames of 4×4 pixels of 3 colors. */
  static int stemValues() {
    return STEM_TIME * STEM_SPACE * STEM_SPACE * 3;
  }

  /** Latent frames of a film of {@code frames} frames. */
  public static int latentFrames(int frames) {
    return Math.ceilDiv(frames, FACTOR);
  }
}
