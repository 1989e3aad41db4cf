package moviegen.dataset;

import java.util.List;
import java.util.SplittableRandom;
import moviegen.world.Shot;

/**
 * A kind of training film: how large, how long, how many.
 *
 * @param name the folder of its latents
 * @param buckets the sizes it comes in
 * @param frames frames of a film, 1 for images
 * @param shards how many groups of equal films
 */
public record Stage(String name, List<Bucket> buckets, int frames, int shards) {
  /** Films in a group. */
  public static final int SHARD = 64;

  public static final Stage IMAGES_128 = new Stage("images-128", Bucket.AT_128, 1, 64);
  public static final Stage FILMS_64 = new Stage("films-64", Bucket.AT_64, 32, 160);
  public static final Stage FILMS_128 = new Stage("films-128", Bucket.AT_128, 32, 72);

  public Stage {
    buckets = List.copyOf(buckets);
  }

  /** A few short films in the same sizes. */
  public Stage miniature() {
    return new Stage(name + "-miniature", buckets, Math.min(frames, 8), 2);
  }

  /** How the films of group {@code index} are shot: one in ten at 24 frames a second. */
  public Shot shot(int index) {
    var random = new SplittableRandom(name.hashCode() * 31L + index);
    var bucket = Bucket.draw(buckets, random);
    double fps = random.nextInt(10) == 0 ? 24 : 16;
    return new Shot(bucket.width(), bucket.height(), frames, fps);
  }

  /** The scene seeds of group {@code index}. */
  public long[] seeds(int index) {
    return new SplittableRandom(name.hashCode() * 1_000_003L + index)
        .longs(SHARD)
        .toArray();
  }
}
