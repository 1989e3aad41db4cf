package moviegen.wan;

import java.util.List;
import java.util.Locale;

/**
 * The shape of a Wan transformer.
 *
 * @param width of a token
 * @param hidden width inside the feed-forward
 * @param inChannels what a latent pixel has, with all that is laid beside it
 * @param outChannels what is predicted for a latent pixel
 * @param textWidth of a token of text
 * @param textLength tokens of text that every prompt is filled up to with zeros
 * @param waves of the time embedding
 * @param crossNorm whether tokens are normalized before they look at the text
 * @param ownTimes whether it was trained with times of their own for frames that are given
 * @param eps of every normalization
 */
public record WanConfig(
    int width,
    int hidden,
    int heads,
    int depth,
    int inChannels,
    int outChannels,
    int textWidth,
    int textLength,
    int waves,
    boolean crossNorm,
    boolean ownTimes,
    double eps) {

  /** Wan2.1-T2V-1.3B, and what shares its shape. */
  public static final WanConfig T2V_1_3B =
      new WanConfig(1536, 8960, 12, 30, 16, 16, 4096, 512, 256, true, false, 1e-6);

  /** Wan2.2-TI2V-5B. */
  public static final WanConfig TI2V_5B =
      new WanConfig(3072, 14336, 24, 30, 48, 48, 4096, 512, 256, true, true, 1e-6);

  /** Wan2.1-T2V-14B, and each expert of Wan2.2-T2V-A14B. */
  public static final WanConfig T2V_14B =
      new WanConfig(5120, 13824, 40, 40, 16, 16, 4096, 512, 256, true, false, 1e-6);

  /** For tests: every part, as small as can be. */
  public static final WanConfig MINIATURE =
      new WanConfig(64, 96, 2, 2, 16, 16, 32, 24, 64, true, false, 1e-6);

  /** The names of the published sizes, from small to large. */
  public static final List<String> PRESETS = List.of("wan2.1-1.3b", "wan2.2-5b", "wan2.1-14b");

  public WanConfig {
    if (heads < 1 || width % (2 * heads) != 0) {
      throw new IllegalArgumentException(
          "width is %d, expected a multiple of twice the %d heads".formatted(width, heads));
    }
    if (width / heads < 12) {
      throw new IllegalArgumentException(
          "a head is %d wide, expected at least 12 for positions in time, height and width"
              .formatted(width / heads));
    }
    if (hidden < 1 || depth < 1 || inChannels < 1 || outChannels < 1) {
      throw new IllegalArgumentException(
          "hidden %d, depth %d, channels %d in and %d out, expected at least 1 each"
              .formatted(hidden, depth, inChannels, outChannels));
    }
    if (textWidth < 1 || textLength < 1 || waves < 2 || waves % 2 != 0) {
      throw new IllegalArgumentException(
          "text width %d and length %d, expected at least 1; %d waves, expected an even number"
              .formatted(textWidth, textLength, waves));
    }
  }

  /** The size of a name such as {@code wan2.1-1.3b}. */
  public static WanConfig preset(String name) {
    return switch (name.toLowerCase(Locale.ROOT)) {
      case "wan2.1-1.3b" -> T2V_1_3B;
      case "wan2.2-5b" -> TI2V_5B;
      case "wan2.1-14b" -> T2V_14B;
      default ->
          throw new IllegalArgumentException(
              "There is no Wan model \"%s\", expected one of %s"
                  .formatted(name, String.join(", ", PRESETS)));
    };
  }

  public int headWidth() {
    return width / heads;
  }

  /** The same transformer with more to look at in every latent pixel. */
  public WanConfig withInChannels(int channels) {
    return new WanConfig(
        width,
        hidden,
        heads,
        depth,
        channels,
        outChannels,
        textWidth,
        textLength,
        waves,
        crossNorm,
        ownTimes,
        eps);
  }
}
