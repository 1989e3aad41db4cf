package moviegen.dataset;

import java.util.SplittableRandom;
import java.util.function.LongFunction;
import moviegen.world.Scene;
import moviegen.world.Shot;
import moviegen.world.Soundtrack;

/**
 * Batches for the codec: pieces of the drawn world's sound, and one in four of another kind.
 *
 * @param seed what all batches follow from
 * @param scenes makes the scene of a seed
 * @param count pieces in a batch
 * @param samples of a piece, at most those of three seconds
 */
public record WorldSounds(long seed, LongFunction<Scene> scenes, int count, int samples) {
  private static final Shot SHOT = new Shot(128, 128, 64, 16);
  private static final int LONGEST = 144_000;
  private static final int OTHER = 4;

  public WorldSounds {
    if (count < 1 || samples < 1 || samples > LONGEST) {
      throw new IllegalArgumentException(
          "%d pieces of %d samples, expected at least 1 of 1 to %d"
              .formatted(count, samples, LONGEST));
    }
  }

  public SoundBatch batch(long step) {
    var random = new SplittableRandom(seed * 0x9E3779B97F4A7C15L + step);
    var batch = SoundBatch.empty(count, samples);
    for (int i = 0; i < count; i++) {
      if ((step + i) % OTHER == OTHER - 1) {
        batch.put(i, OtherSounds.draw(random, samples), 0);
      } else {
        var sound = Soundtrack.of(scenes.apply(random.nextLong()), SHOT).render().values();
        batch.put(i, sound, random.nextInt(sound.length - samples + 1));
      }
    }
    return batch;
  }
}
