package moviegen.dataset;

import java.util.SplittableRandom;
import java.util.function.LongFunction;
import moviegen.world.Mask;
import moviegen.world.Renderer;
import moviegen.world.Scene;
import moviegen.world.Shot;

/**
 * Batches for the autoencoder: pieces of drawn films. Of eight steps two are images, five are
 * pieces of films at full size, of which every other one holds the subject, and one is films at
 * half size.
 *
 * @param seed what all batches follow from
 * @param scenes makes the scene of a seed
 */
public record WorldCrops(long seed, LongFunction<Scene> scenes) {
  public static final int SIDE = 64;

  /** Pieces in a batch. */
  public static final int BATCH = 16;

  /** Steps after which the kinds of batches come again. */
  public static final int CYCLE = 8;

  private static final int LENGTH = 16;
  private static final int FRAMES = 32;

  public PixelBatch batch(long step) {
    var random = new SplittableRandom(seed * 0x9E3779B97F4A7C15L + step);
    return switch ((int) Math.floorMod(step, (long) CYCLE)) {
      case 0, 4 -> pieces(random, 1, 1, 1);
      case 7 -> small(random);
      default -> pieces(random, 2, FRAMES, LENGTH);
    };
  }

  /** {@code each} pieces of every scene, the first of which is where its subject is. */
  private PixelBatch pieces(SplittableRandom random, int each, int frames, int length) {
    var batch = PixelBatch.empty(BATCH, length, SIDE, SIDE);
    for (int i = 0; i < BATCH; i += each) {
      var bucket = Bucket.draw(Bucket.AT_128, random);
      var shot = new Shot(bucket.width(), bucket.height(), frames, fps(random));
      var scene = scenes.apply(random.nextLong());
      var film = Renderer.render(scene, shot);
      var masks = Renderer.masks(scene, shot);
      for (int k = 0; k < each; k++) {
        int frame = random.nextInt(frames - length + 1);
        boolean follow = each > 1 ? k == 0 : i % 2 == 0;
        int[] center = follow ? center(masks.get(frame + length / 2)) : new int[0];
        int top = start(random, center.length == 0 ? -1 : center[0], bucket.height());
        int left = start(random, center.length == 0 ? -1 : center[1], bucket.width());
        batch.put(i + k, film, masks, frame, top, left);
      }
    }
    return batch;
  }

  private PixelBatch small(SplittableRandom random) {
    var batch = PixelBatch.empty(BATCH, LENGTH, SIDE, SIDE);
    for (int i = 0; i < BATCH; i++) {
      var shot = new Shot(SIDE, SIDE, LENGTH, fps(random));
      var scene = scenes.apply(random.nextLong());
      batch.put(i, Renderer.render(scene, shot), Renderer.masks(scene, shot), 0, 0, 0);
    }
    return batch;
  }

  /** Row and column of the middle of what is marked; nothing where nothing is. */
  private static int[] center(Mask mask) {
    long rows = 0;
    long columns = 0;
    int area = mask.area();
    for (int i = mask.bits().nextSetBit(0); i >= 0; i = mask.bits().nextSetBit(i + 1)) {
      rows += i / mask.width();
      columns += i % mask.width();
    }
    return area == 0 ? new int[0] : new int[] {(int) (rows / area), (int) (columns / area)};
  }

  /** Where a piece begins along a side: anywhere, or so that {@code center} is well inside. */
  private static int start(SplittableRandom random, int center, int side) {
    if (center < 0) {
      return random.nextInt(side - SIDE + 1);
    }
    int shift = random.nextInt(SIDE / 2) - SIDE / 4;
    return Math.clamp((long) center - SIDE / 2 + shift, 0, side - SIDE);
  }

  private static double fps(SplittableRandom random) {
    return random.nextInt(10) == 0 ? 24 : 16;
  }
}
