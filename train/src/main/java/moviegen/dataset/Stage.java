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
 * @param fast the share of its groups at 24 frames a second, the others having 16
 * @param picked whether scenes are picked for how well they show what they are about
 * @param shards how many groups of equal films
 * @param films in a group
 */
public record Stage(
    String name,
    List<Bucket> buckets,
    int frames,
    double fast,
    boolean picked,
    int shards,
    int films) {
  /** The most frames of a film: sixteen seconds, or 10.6 at 24 a second (paper §3.1.3). */
  public static final int LONGEST = 256;

  /** Films in a group. */
  private static final int SHARD = 64;

  private static final double SOME = 0.1;

  public static final Stage IMAGES_64 = of("images-64", Bucket.AT_64, 1, 192);
  public static final Stage FILMS_64 = of("films-64", Bucket.AT_64, 32, 120);
  public static final Stage IMAGES_128 = of("images-128", Bucket.AT_128, 1, 96);
  public static final Stage FILMS_128 = of("films-128", Bucket.AT_128, 32, 64);

  /** Four, eight and sixteen seconds. */
  public static final List<Stage> LONG_128 =
      List.of(
          of("films-128-64", Bucket.AT_128, 64, 24),
          of("films-128-128", Bucket.AT_128, 128, 12),
          of("films-128-256", Bucket.AT_128, LONGEST, 12));

  public Stage {
    buckets = List.copyOf(buckets);
  }

  /** Groups of the natural mix, one in ten of them at 24 frames a second. */
  private static Stage of(String name, List<Bucket> buckets, int frames, int shards) {
    return new Stage(name, buckets, frames, SOME, false, shards, SHARD);
  }

  /**
   * A set of picked films for fine-tuning; half of its groups have 24 frames a second (paper §3.2).
   *
   * @param set its letter
   */
  public static Stage picked(String set, int frames, int shards) {
    String name = "picked-%s-%d".formatted(set, frames);
    return new Stage(name, Bucket.AT_128, frames, 0.5, true, shards, SHARD);
  }

  /** A few short films in the same sizes. */
  public Stage miniature() {
    int short_ = frames == 1 ? 1 : frames <= 32 ? 8 : 16;
    return new Stage(name + "-miniature", buckets, short_, fast, picked, 2, 3);
  }

  /** How the films of group {@code index} are shot. */
  public Shot shot(int index) {
    var random = new SplittableRandom(name.hashCode() * 31L + index);
    var bucket = Bucket.draw(buckets, random);
    double fps = random.nextDouble() < fast ? 24 : 16;
    return new Shot(bucket.width(), bucket.height(), frames, fps);
  }

  /** The scene seeds of group {@code index}. */
  public long[] seeds(int index) {
    var random = new SplittableRandom(name.hashCode() * 1_000_003L + index);
    return picked ? Picks.seeds(random, films, shot(index)) : random.longs(films).toArray();
  }
}
