package moviegen.text;

import moviegen.tensor.Ops;
import moviegen.tensor.Tensor;

/**
 * The shape of a T5 tower.
 *
 * @param vocabulary number of token ids
 * @param hidden width inside the feed-forward
 * @param buckets how many kinds of distance are told apart
 * @param farthest distances from here on are one
 * @param sharedPositions whether all layers share one table of positions
 */
public record T5Config(
    int vocabulary,
    int width,
    int depth,
    int heads,
    int headWidth,
    int hidden,
    int buckets,
    int farthest,
    Activation activation,
    boolean sharedPositions) {

  /** What gates the feed-forward. */
  public enum Activation {
    GELU,
    SILU;

    Tensor apply(Tensor x) {
      return switch (this) {
        case GELU -> Ops.geluTanh(x);
        case SILU -> x.silu();
      };
    }
  }

  /** UL2 20B, also instruction-tuned as Flan-UL2: the paper's prompt-level tower. */
  public static final T5Config UL2 =
      new T5Config(32128, 4096, 32, 16, 256, 16384, 32, 128, Activation.SILU, true);

  /** T5 v1.1 base. */
  public static final T5Config T5_V1_1_BASE =
      new T5Config(32128, 768, 12, 12, 64, 2048, 32, 128, Activation.GELU, true);

  /** T5 v1.1 XXL. */
  public static final T5Config T5_V1_1_XXL =
      new T5Config(32128, 4096, 24, 64, 64, 10240, 32, 128, Activation.GELU, true);

  /** ByT5 small: the paper's character-level tower. */
  public static final T5Config BYT5_SMALL =
      new T5Config(384, 1472, 12, 6, 64, 3584, 32, 128, Activation.GELU, true);

  /** UMT5 XXL, which keeps a table of positions per layer. */
  public static final T5Config UMT5_XXL =
      new T5Config(256384, 4096, 24, 64, 64, 10240, 32, 128, Activation.GELU, false);

  /** The tiny cast's character-level tower. */
  public static final T5Config TINY_BYT5 =
      new T5Config(384, 128, 2, 4, 32, 256, 32, 128, Activation.SILU, true);

  public T5Config {
    if (Math.min(Math.min(vocabulary, width), Math.min(heads, headWidth)) < 1
        || Math.min(depth, hidden) < 1) {
      throw new IllegalArgumentException(
          "vocabulary %d, width %d, depth %d, heads %d, head width %d, hidden %d: expected all above 0"
              .formatted(vocabulary, width, depth, heads, headWidth, hidden));
    }
    if (buckets < 4 || buckets % 4 != 0 || farthest <= buckets) {
      throw new IllegalArgumentException(
          "%d buckets up to distance %d, expected a multiple of 4 and a larger distance"
              .formatted(buckets, farthest));
    }
  }

  /** The tiny cast's prompt-level tower, a small UL2. */
  public static T5Config tiny(int vocabulary) {
    return new T5Config(vocabulary, 256, 6, 4, 64, 640, 32, 128, Activation.SILU, true);
  }

  /** For tests: every part, as small as can be. */
  public static T5Config miniature(int vocabulary) {
    return new T5Config(vocabulary, 32, 2, 2, 16, 48, 8, 16, Activation.SILU, true);
  }

  /** The same shape with another number of layers. */
  public T5Config withDepth(int layers) {
    return new T5Config(
        vocabulary,
        width,
        layers,
        heads,
        headWidth,
        hidden,
        buckets,
        farthest,
        activation,
        sharedPositions);
  }

  int attentionWidth() {
    return heads * headWidth;
  }
}
