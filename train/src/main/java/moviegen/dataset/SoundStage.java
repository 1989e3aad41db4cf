package moviegen.dataset;

import java.util.List;
import java.util.SplittableRandom;
import moviegen.audio.FilmSight;
import moviegen.world.Scene;
import moviegen.world.Shot;

/**
 * Films with sound to train on: how long, how many.
 *
 * @param name the folder of what is kept of them
 * @param seconds length of a film
 * @param shards how many groups
 * @param films in a group
 */
public record SoundStage(String name, int seconds, int shards, int films) {
  public static final SoundStage SHORT = new SoundStage("sound-4", 4, 72, 64);
  public static final SoundStage LONG = new SoundStage("sound-10", 10, 24, 24);

  /** Both lengths. */
  public static final List<SoundStage> ALL = List.of(SHORT, LONG);

  public SoundStage {
    if (seconds < 1 || shards < 2 || films < 1) {
      throw new IllegalArgumentException(
          "%d seconds, %d shards of %d films, expected 1, 2 and 1 or more"
              .formatted(seconds, shards, films));
    }
  }

  /** Two groups of a few films. */
  public SoundStage miniature() {
    return new SoundStage(name + "-miniature", Math.min(2, seconds), 2, 3);
  }

  /** How the film of a seed is shot. */
  public Shot shot(long seed) {
    var bucket = Bucket.draw(Bucket.AT_128, new SplittableRandom(seed));
    return new Shot(bucket.width(), bucket.height(), seconds * FilmSight.RATE, FilmSight.RATE);
  }

  /** The scene of a seed. */
  public static Scene scene(long seed) {
    return Scene.training(seed);
  }

  /** The seeds of group {@code index}. */
  public long[] seeds(int index) {
    return new SplittableRandom(name.hashCode() * 1_000_003L + index).longs(films).toArray();
  }
}
