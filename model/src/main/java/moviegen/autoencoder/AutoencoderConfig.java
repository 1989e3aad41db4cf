package moviegen.autoencoder;

import com.fasterxml.jackson.annotation.JsonFormat;
import com.fasterxml.jackson.annotation.JsonFormat.Feature;
import java.util.Collections;
import java.util.List;

/**
 * The shape of an autoencoder. It always halves time three times and the plane three times: the
 * stem takes 2×4×4 pixels as one site, the first merge 2×2×2 sites, the second 2×1×1.
 *
 * @param latentChannels channels of a latent, 16 in the paper
 * @param widths channels after the stem, the first and the second merge
 * @param encoderBlocks residual blocks of the encoder's fine, middle and coarse level; a single
 *     number counts for all three
 * @param decoderBlocks the same of the decoder
 */
public record AutoencoderConfig(
    int latentChannels,
    List<Integer> widths,
    @JsonFormat(with = Feature.ACCEPT_SINGLE_VALUE_AS_ARRAY) List<Integer> encoderBlocks,
    @JsonFormat(with = Feature.ACCEPT_SINGLE_VALUE_AS_ARRAY) List<Integer> decoderBlocks) {
  /** Frames that become one latent frame, and pixels in a row that become one latent site. */
  public static final int FACTOR = 8;

  private static final int LEVELS = 3;

  static final int STEM_TIME = 2;
  static final int STEM_SPACE = 4;

  /** The next cast's: 40 million parameters. */
  public static final AutoencoderConfig TINY =
      new AutoencoderConfig(16, List.of(128, 256, 256), List.of(3, 6, 6), List.of(3, 6, 5));

  /** For tests. */
  public static final AutoencoderConfig MINIATURE =
      new AutoencoderConfig(16, List.of(16, 32, 32), List.of(1), List.of(1));

  public AutoencoderConfig {
    widths = ofLevels("widths", widths);
    encoderBlocks = ofLevels("encoder blocks", encoderBlocks);
    decoderBlocks = ofLevels("decoder blocks", decoderBlocks);
    if (latentChannels < 1) {
      throw new IllegalArgumentException(
          "An autoencoder needs at least 1 latent channel, got " + latentChannels);
    }
  }

  private static List<Integer> ofLevels(String what, List<Integer> counts) {
    var levels = counts.size() == 1 ? Collections.nCopies(LEVELS, counts.getFirst()) : counts;
    if (levels.size() != LEVELS || levels.stream().anyMatch(count -> count < 1)) {
      throw new IllegalArgumentException(
          "An autoencoder has %d %s of at least 1, got %s".formatted(LEVELS, what, counts));
    }
    return List.copyOf(levels);
  }

  int width(int level) {
    return widths.get(level);
  }

  /** Values of one stem site: 2 frames of 4×4 pixels of 3 colors. */
  static int stemValues() {
    return STEM_TIME * STEM_SPACE * STEM_SPACE * 3;
  }

  /**
   * The shape of the latents (b t h w c) of films.
   *
   * @param films their shape (b t h w 3)
   */
  public long[] latents(long... films) {
    return new long[] {
      films[0],
      Math.ceilDiv(films[1], FACTOR),
      films[2] / FACTOR,
      films[3] / FACTOR,
      latentChannels
    };
  }

  /** Latent frames of a film of {@code frames} frames. */
  public static int latentFrames(int frames) {
    return Math.ceilDiv(frames, FACTOR);
  }
}
