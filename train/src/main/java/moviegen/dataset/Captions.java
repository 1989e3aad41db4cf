package moviegen.dataset;

import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import moviegen.world.Caption;
import moviegen.world.Scene;

/** The text a training film comes with: one in ten has none, the others are short or long. */
public final class Captions {
  /** How often a film comes without a text, so that guidance has something to lead away from. */
  private static final double DROPPED = 0.1;

  private static final double BRIEF = 0.5;

  private Captions() {}

  /**
   * Texts of a batch, of the films that {@code Scene.training} of these seeds are, others for each
   * {@code draw}. All of them are short or all long, as most of the work on short films is on the
   * longest text of a batch.
   */
  public static List<String> of(long[] seeds, double fps, SplittableRandom draw) {
    boolean brief = brief(draw);
    return Arrays.stream(seeds)
        .mapToObj(
            seed -> draw.nextDouble() < DROPPED ? "" : given(Scene.training(seed), fps, brief, draw))
        .toList();
  }

  /** A text of the film that {@code Scene.training(seed)} is. */
  public static String of(long seed, double fps, SplittableRandom draw) {
    return of(new long[] {seed}, fps, draw).getFirst();
  }

  /** Whether the texts of a batch are to be short. */
  static boolean brief(SplittableRandom draw) {
    return draw.nextDouble() < BRIEF;
  }

  /** A text of {@code scene}, short or long. */
  static String given(Scene scene, double fps, boolean brief, SplittableRandom draw) {
    return brief
        ? Caption.prefixed(Caption.brief(scene, draw.nextLong()), fps)
        : Caption.full(scene, draw.nextLong(), fps);
  }
}
