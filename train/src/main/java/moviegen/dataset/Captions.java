package moviegen.dataset;

import java.util.SplittableRandom;
import moviegen.world.Caption;
import moviegen.world.Scene;

/** The text a training film comes with: one in ten has none, the others are short or long. */
public final class Captions {
  /** How often a film comes without a text, so that guidance has something to lead away from. */
  private static final double DROPPED = 0.1;

  private static final double BRIEF = 0.5;

  private Captions() {}

  /** A text of the film that {@code Scene.training(seed)} is, another for each {@code draw}. */
  public static String of(long seed, double fps, SplittableRandom draw) {
    if (draw.nextDouble() < DROPPED) {
      return "";
    }
    return given(Scene.training(seed), fps, draw);
  }

  /** A text of {@code scene}, short or long. */
  static String given(Scene scene, double fps, SplittableRandom draw) {
    return draw.nextDouble() < BRIEF
        ? Caption.prefixed(Caption.brief(scene, draw.nextLong()), fps)
        : Caption.full(scene, draw.nextLong(), fps);
  }
}
