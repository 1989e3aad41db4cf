package moviegen.dataset;

import java.util.List;
import java.util.random.RandomGenerator;

/**
 * A frame size that training films come in. All of a stage have about as many pixels, and sides of
 * multiples of 16 (paper §3.2.1).
 */
public record Bucket(int width, int height) {
  public static final List<Bucket> AT_128 =
      List.of(
          new Bucket(128, 128),
          new Bucket(176, 96),
          new Bucket(96, 176),
          new Bucket(144, 112),
          new Bucket(112, 144));

  public static final List<Bucket> AT_64 =
      List.of(
          new Bucket(64, 64),
          new Bucket(80, 48),
          new Bucket(48, 80),
          new Bucket(80, 64),
          new Bucket(64, 80));

  /** One of {@code buckets}; the square ones are twice as common as each other. */
  public static Bucket draw(List<Bucket> buckets, RandomGenerator random) {
    return buckets.get(Math.max(0, random.nextInt(buckets.size() + 1) - 1));
  }
}
