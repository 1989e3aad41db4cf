package moviegen.audio;

import java.util.List;
import java.util.Locale;

/**
 * The shape of an audio transformer.
 *
 * @param hidden width inside the feed-forward
 * @param latentChannels of the codec, and what is predicted
 * @param videoWidth width of a film frame's features
 * @param textWidth width of the text tower
 */
public record AudioTransformerConfig(
    int width,
    int depth,
    int heads,
    int hidden,
    int latentChannels,
    int videoWidth,
    int textWidth) {
  /** For tests: every part, as small as can be. */
  public static final AudioTransformerConfig MINIATURE =
      new AudioTransformerConfig(32, 2, 2, 128, 8, 24, 16);

  /** The tiny cast's: about twenty million parameters. */
  public static final AudioTransformerConfig TINY =
      new AudioTransformerConfig(320, 12, 5, 1280, 64, 1024, 256);

  /** About three hundred million parameters, the paper's smallest. */
  public static final AudioTransformerConfig M300 = paper(1024, 18, 16);

  /** About three billion parameters, in the paper's table of sizes. */
  public static final AudioTransformerConfig B3 = paper(2816, 24, 22);

  /** The paper's largest (section 6.1), with MetaCLIP and T5-base. */
  public static final AudioTransformerConfig PAPER_13B = paper(4608, 36, 36);

  /** The names of the presets, from small to large. */
  public static final List<String> PRESETS =
      List.of("miniature", "tiny", "300m", "3b", "paper-13b");

  public AudioTransformerConfig {
    if (heads < 1 || width % (2 * heads) != 0) {
      throw new IllegalArgumentException(
          "width is %d, expected a multiple of twice the %d heads".formatted(width, heads));
    }
    if (depth < 1 || hidden < 1 || latentChannels < 1 || videoWidth < 1 || textWidth < 1) {
      throw new IllegalArgumentException(
          "depth %d, hidden %d, latent channels %d, video width %d, text width %d, expected 1 or more"
              .formatted(depth, hidden, latentChannels, videoWidth, textWidth));
    }
  }

  private static AudioTransformerConfig paper(int width, int depth, int heads) {
    return new AudioTransformerConfig(width, depth, heads, 4 * width, 128, 1024, 768);
  }

  /** The preset of a name such as {@code paper-13b}. */
  public static AudioTransformerConfig preset(String name) {
    return switch (name.toLowerCase(Locale.ROOT)) {
      case "miniature" -> MINIATURE;
      case "tiny" -> TINY;
      case "300m" -> M300;
      case "3b" -> B3;
      case "paper-13b" -> PAPER_13B;
      default ->
          throw new IllegalArgumentException(
              "There is no preset \"%s\", expected one of %s"
                  .formatted(name, String.join(", ", PRESETS)));
    };
  }

  public int headWidth() {
    return width / heads;
  }

  /** The same transformer for other films' features and another text tower. */
  public AudioTransformerConfig withWidths(int video, int text) {
    return new AudioTransformerConfig(width, depth, heads, hidden, latentChannels, video, text);
  }

  /** The same transformer for a codec's latents. */
  public AudioTransformerConfig withLatentChannels(int channels) {
    return new AudioTransformerConfig(width, depth, heads, hidden, channels, videoWidth, textWidth);
  }
}
