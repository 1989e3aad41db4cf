package moviegen.wan;

import java.util.Collections;
import java.util.List;
import java.util.stream.Stream;

/**
 * The shape of a causal video autoencoder of the Wan family.
 *
 * @param encoderWidth channels at full resolution while encoding
 * @param decoderWidth channels at full resolution while decoding
 * @param multipliers of the width, from the full resolution to the smallest; each but the last is
 *     followed by a halving of height and width
 * @param blocks residual blocks of an encoder's level; the decoder's have one more
 * @param temporal whether the halving after a level halves the frames too
 * @param patch the side of the squares of pixels that come in as channels
 * @param shortcuts whether levels have averages around them (2.2), or narrow as they grow (2.1)
 * @param mean of each latent channel
 * @param std of each latent channel
 */
public record WanAutoencoderConfig(
    int encoderWidth,
    int decoderWidth,
    List<Integer> multipliers,
    int blocks,
    List<Boolean> temporal,
    int patch,
    boolean shortcuts,
    List<Double> mean,
    List<Double> std) {
  private static final int COLORS = 3;
  private static final long FRAMES_HELD = 90;
  private static final List<Integer> LEVELS = List.of(1, 2, 4, 4);
  private static final List<Boolean> TEMPORAL = List.of(false, true, true);

  /** The autoencoder of Wan 2.1: 4 × 8 × 8 times smaller, 16 channels. */
  public static final WanAutoencoderConfig WAN_2_1 = wan21(96);

  /** The autoencoder of Wan 2.2's 5B: 4 × 16 × 16 times smaller, 48 channels. */
  public static final WanAutoencoderConfig WAN_2_2 = wan22(160, 256);

  public WanAutoencoderConfig {
    multipliers = List.copyOf(multipliers);
    temporal = List.copyOf(temporal);
    mean = List.copyOf(mean);
    std = List.copyOf(std);
    if (Math.min(Math.min(encoderWidth, decoderWidth), Math.min(blocks, patch)) < 1) {
      throw new IllegalArgumentException(
          "widths %d and %d, %d blocks, patches of %d: expected all above 0"
              .formatted(encoderWidth, decoderWidth, blocks, patch));
    }
    if (multipliers.isEmpty() || temporal.size() != multipliers.size() - 1) {
      throw new IllegalArgumentException(
          "%d levels and %d halvings between them, expected one less"
              .formatted(multipliers.size(), temporal.size()));
    }
    if (mean.isEmpty() || mean.size() != std.size()) {
      throw new IllegalArgumentException(
          "%d means and %d deviations of latent channels, expected as many"
              .formatted(mean.size(), std.size()));
    }
  }

  /** Wan 2.1's shape at another width. */
  public static WanAutoencoderConfig wan21(int width) {
    return new WanAutoencoderConfig(
        width,
        width,
        LEVELS,
        2,
        TEMPORAL,
        1,
        false,
        LatentStatistics.MEAN_2_1,
        LatentStatistics.STD_2_1);
  }

  /** Wan 2.2's shape at other widths. */
  public static WanAutoencoderConfig wan22(int encoderWidth, int decoderWidth) {
    return new WanAutoencoderConfig(
        encoderWidth,
        decoderWidth,
        LEVELS,
        2,
        TEMPORAL,
        2,
        true,
        LatentStatistics.MEAN_2_2,
        LatentStatistics.STD_2_2);
  }

  public int latentChannels() {
    return mean.size();
  }

  /** Channels of what comes into the encoder, and out of the decoder. */
  int pixelChannels() {
    return COLORS * patch * patch;
  }

  /** Pixels in height and width that a latent stands for. */
  public int spatialFactor() {
    return patch << temporal.size();
  }

  /** Frames that a latent frame stands for, the first one apart. */
  public int temporalFactor() {
    return 1 << Collections.frequency(temporal, true);
  }

  /** Latent frames of a film. */
  public int latentFrames(int frames) {
    if (frames < 1 || (frames - 1) % temporalFactor() != 0) {
      throw new IllegalArgumentException(
          "%d frames, expected one and a multiple of %d".formatted(frames, temporalFactor()));
    }
    return 1 + (frames - 1) / temporalFactor();
  }

  /**
   * About what decoding takes at its height beside the weights, in a type of two bytes: what
   * convolutions remember of earlier frames and what the widest level holds, as measured.
   *
   * @param height in latents
   * @param width in latents
   */
  public long decodingBytes(long height, long width) {
    long pixels = (height * width) << (2 * temporal.size());
    return FRAMES_HELD * pixels * decoderWidth * 2;
  }

  /** What comes into and goes out of each level of the encoder. */
  List<Integer> encoderWidths() {
    return Stream.concat(Stream.of(1), multipliers.stream()).map(m -> m * encoderWidth).toList();
  }

  /** What comes into and goes out of each level of the decoder, narrowing aside. */
  List<Integer> decoderWidths() {
    return Stream.concat(Stream.of(multipliers.getLast()), multipliers.reversed().stream())
        .map(m -> m * decoderWidth)
        .toList();
  }
}
