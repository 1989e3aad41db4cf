package moviegen.wan;

import java.util.Arrays;
import java.util.Collections;
import moviegen.text.T5Config;

/**
 * What a film by a checkpoint of the family takes, counted from shapes alone.
 *
 * @param tokens of the film
 * @param parameters of the transformer
 * @param flops of one evaluation of the transformer
 * @param evaluations of the transformer for the film
 * @param weightBytes of the transformer as it computes
 * @param sampleBytes most that sampling takes, weights included
 * @param textFlops of reading a prompt
 * @param textBytes most that reading a prompt takes
 * @param textFileBytes that are read for a prompt
 * @param decodeFlops of decoding
 * @param decodeBytes most that decoding takes, the whole frame at once
 * @param tiledDecodeBytes most that decoding takes in the smallest tiles
 */
public record WanPlan(
    long tokens,
    long parameters,
    double flops,
    int evaluations,
    long weightBytes,
    long sampleBytes,
    double textFlops,
    long textBytes,
    long textFileBytes,
    double decodeFlops,
    long decodeBytes,
    long tiledDecodeBytes) {
  private static final int HALF = 2;
  private static final long BLOCK_OF_SCORES = 4 * 512 * 6L;
  private static final int PROMPT = 128;

  /** Four kernels of 2×2 take the place of one of 3×3. */
  private static final double PHASES = 16 / 9.0;

  /**
   * A film to plan for.
   *
   * @param guided whether a second text is stayed away from
   * @param eightBit whether the transformer's large weights are kept in 8 bits
   */
  public record Job(
      int width, int height, int frames, int steps, boolean guided, boolean eightBit) {}

  /** Counts a film. */
  public static WanPlan of(
      WanConfig config, T5Config text, WanAutoencoderConfig autoencoder, Job job) {
    long frames = autoencoder.latentFrames(job.frames());
    long side = (long) autoencoder.spatialFactor() * Patches.SIDE;
    long tokens = frames * (job.height() / side) * (job.width() / side);
    long width = config.width();
    long matrices = config.depth() * (6 * width * width + 2 * width * config.hidden());
    double attention = 4.0 * config.depth() * width * tokens * (tokens + config.textLength());
    double flops = 2.0 * tokens * matrices + attention;
    long parameters = parameters(config);
    long weights = parameters * HALF - (job.eightBit() ? matrices : 0);
    long activations =
        tokens * (2L * config.hidden() + 12 * width) * HALF + tokens * BLOCK_OF_SCORES;
    return new WanPlan(
        tokens,
        parameters,
        flops,
        job.steps() * (job.guided() ? 2 : 1),
        weights,
        weights + activations,
        2.0 * PROMPT * layer(text) * text.depth() * (job.guided() ? 2 : 1),
        21 * layer(text) * HALF / 10,
        layer(text) * text.depth() * HALF,
        decodeFlops(autoencoder, job),
        decodeBytes(autoencoder, job, SpatialTiles.WHOLE),
        decodeBytes(autoencoder, job, SpatialTiles.SMALLEST));
  }

  /** Parameters of a transformer of this shape. */
  public static long parameters(WanConfig config) {
    return Published.transformer(config).values().stream().mapToLong(WanPlan::count).sum();
  }

  private static long layer(T5Config text) {
    return (long) text.width() * (4L * text.heads() * text.headWidth() + 3L * text.hidden());
  }

  static long count(long... shape) {
    return Arrays.stream(shape).reduce(1, Math::multiplyExact);
  }

  /** Of all convolutions, each at the size of its level; a doubling is computed by phases. */
  private static double decodeFlops(WanAutoencoderConfig config, Job job) {
    double area = (double) job.width() * job.height() / Math.pow(config.spatialFactor(), 2);
    long after = config.latentFrames(job.frames()) - 1L;
    double flops = 0;
    for (var weight : AutoencoderShapes.of(config).entrySet()) {
      String name = weight.getKey();
      if (name.startsWith("decoder.") && name.endsWith(".weight")) {
        int level = level(name, config.temporal().size());
        boolean doubling = name.endsWith(".up.conv.weight");
        int doubled = doubling ? level + 1 : level;
        int times = Collections.frequency(config.temporal().reversed().subList(0, doubled), true);
        double kernel = count(weight.getValue()) * (doubling ? PHASES : 1);
        flops += 2 * kernel * area * Math.pow(4, level) * (1 + (after << times));
      }
    }
    return flops;
  }

  /** How often a frame has been doubled when a layer of the decoder sees it. */
  private static int level(String name, int last) {
    return name.startsWith("decoder.levels.")
        ? Integer.parseInt(name.split("\\.", 4)[2])
        : name.startsWith("decoder.out.") ? last : 0;
  }

  /** Weights, what decoding a tile takes, and where there are several, the film in float32. */
  private static long decodeBytes(WanAutoencoderConfig config, Job job, SpatialTiles tiles) {
    long parameters =
        AutoencoderShapes.of(config).values().stream().mapToLong(WanPlan::count).sum();
    long height = job.height() / config.spatialFactor();
    long width = job.width() / config.spatialFactor();
    long film = 3L * job.frames() * job.width() * job.height();
    return parameters * HALF * 4 / 3
        + config.decodingBytes(Math.min(height, tiles.side()), Math.min(width, tiles.side()))
        + (tiles.cover(height, width) ? 1 : Float.BYTES + 1) * film;
  }
}
