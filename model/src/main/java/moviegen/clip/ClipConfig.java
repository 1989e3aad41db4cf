package moviegen.clip;

/**
 * The shape of a pair of towers.
 *
 * @param embedding width of the space they share
 * @param imageSize side of the square images
 * @param patchSize side of a patch
 * @param vocabulary number of token ids
 * @param contextLength the most tokens of a text
 * @param causal whether a word sees only those before it, as in CLIP, or all of its text
 * @param quickGelu whether the activation is {@code x sigmoid(1.702 x)}, as in the first CLIP
 */
public record ClipConfig(
    int embedding,
    int imageSize,
    int patchSize,
    TowerConfig image,
    int vocabulary,
    int contextLength,
    TowerConfig text,
    boolean causal,
    boolean quickGelu) {

  /** MetaCLIP H/14, on whose long-prompt form the paper builds. */
  public static final ClipConfig METACLIP_H14 =
      new ClipConfig(
          1024,
          224,
          14,
          TowerConfig.of(1280, 32, 16),
          49408,
          77,
          TowerConfig.of(1024, 24, 16),
          true,
          true);

  /** MetaCLIP B/16. */
  public static final ClipConfig METACLIP_B16 =
      new ClipConfig(
          512,
          224,
          16,
          TowerConfig.of(768, 12, 12),
          49408,
          77,
          TowerConfig.of(512, 12, 8),
          true,
          true);

  public ClipConfig {
    if (patchSize < 1 || imageSize < patchSize || imageSize % patchSize != 0) {
      throw new IllegalArgumentException(
          "image size is %d, expected a multiple of the patch size %d"
              .formatted(imageSize, patchSize));
    }
    if (Math.min(embedding, Math.min(vocabulary, contextLength)) < 1) {
      throw new IllegalArgumentException(
          "embedding %d, vocabulary %d, context length %d: expected all above 0"
              .formatted(embedding, vocabulary, contextLength));
    }
  }

  /** The tiny cast's towers: images of 64 pixels in 64 patches, texts of 64 tokens. */
  public static ClipConfig tiny(int vocabulary) {
    return new ClipConfig(
        256,
        64,
        8,
        TowerConfig.of(256, 6, 4),
        vocabulary,
        64,
        TowerConfig.of(256, 4, 4),
        true,
        false);
  }

  /** For tests: every part, as small as can be. */
  public static ClipConfig miniature(int vocabulary) {
    return new ClipConfig(
        16, 16, 8, TowerConfig.of(32, 2, 2), vocabulary, 16, TowerConfig.of(32, 2, 2), true, false);
  }

  /** The same towers for longer texts, as Long-prompt MetaCLIP has them. */
  public ClipConfig withContextLength(int length) {
    return new ClipConfig(
        embedding, imageSize, patchSize, image, vocabulary, length, text, causal, quickGelu);
  }

  /** The same towers, every word of a text seeing all of it. */
  public ClipConfig bothWays() {
    return new ClipConfig(
        embedding, imageSize, patchSize, image, vocabulary, contextLength, text, false, quickGelu);
  }

  /** Patches along a side of an image. */
  public int grid() {
    return imageSize / patchSize;
  }
}
