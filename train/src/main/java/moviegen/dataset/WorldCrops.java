package moviegen.dataset;

import java.util.SplittableRandom;
import moviegen.world.Renderer;
import moviegen.world.Scene;
import moviegen.world.Shot;

/**
 * Batches for the autoencoder: pieces of drawn films. One step in four is images, as in the paper;
 * two are pieces of films at full size, one is whole films at half size.
 */
public record WorldCrops(long seed, boolean heldOut) {
  public static final int SIDE = 64;
  private static final int SCENES = 8;
  private static final int PIECES = 1;

  /** Pieces in a batch. */
  public static final int BATCH = SCENES * PIECES;

  public PixelBatch batch(long step) {
    var random = new SplittableRandom(seed * 0x9E3779B97F4A7C15L + step);
    return switch ((int) Math.floorMod(step, 4L)) {
      case 0 -> pieces(random, SCENES, 1, 1);
      case 3 -> small(random, SCENES, 32);
      default -> pieces(random, SCENES, 24, 16);
    };
  }

  private PixelBatch pieces(SplittableRandom random, int scenes, int frames, int length) {
    var batch = PixelBatch.empty(scenes * PIECES, length, SIDE, SIDE);
    for (int i = 0; i < scenes; i++) {
      var bucket = Bucket.draw(Bucket.AT_128, random);
      var shot = new Shot(bucket.width(), bucket.height(), frames, fps(random));
      var film = Renderer.render(scene(random), shot);
      for (int k = 0; k < PIECES; k++) {
        int frame = random.nextInt(frames - length + 1);
        int top = random.nextInt(bucket.height() - SIDE + 1);
        int left = random.nextInt(bucket.width() - SIDE + 1);
        batch.put(i * PIECES + k, film, frame, top, left);
      }
    }
    return batch;
  }

  private PixelBatch small(SplittableRandom random, int scenes, int frames) {
    var batch = PixelBatch.empty(scenes, frames, SIDE, SIDE);
    for (int i = 0; i < scenes; i++) {
      var shot = new Shot(SIDE, SIDE, frames, fps(random));
      batch.put(i, Renderer.render(scene(random), shot), 0, 0, 0);
    }
    return batch;
  }

  private Scene scene(SplittableRandom random) {
    return heldOut ? Scene.random(random.nextLong()) : Scene.training(random.nextLong());
  }

  private static double fps(SplittableRandom random) {
    return random.nextInt(10) == 0 ? 24 : 16;
  }
}
