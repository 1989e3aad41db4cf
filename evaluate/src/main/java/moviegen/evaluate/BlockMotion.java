package moviegen.evaluate;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/** Where small squares of a picture have gone in a later one. */
final class BlockMotion {
  /*
   * Squares of 16 pixels are looked for at half the size, near offsets first, so that of equal
   * matches the slower one wins; squares of 12 pixels refine what was found, and a parabola through
   * the errors of the neighbors finds parts of a pixel.
   */
  private static final int BLOCK = 12;
  private static final int STEP = 8;
  private static final int HALF_BLOCK = 8;
  private static final int HALF_REACH = 10;
  private static final int FINE = 2;

  /** Mean squared slope below which a square looks the same everywhere. */
  private static final double FLAT = 1.5;

  /** Mean squared slope from which on a square counts fully. */
  private static final double STEEP = 8;

  private static final List<int[]> OFFSETS = offsets(HALF_REACH);
  private static final List<int[]> NEAR = offsets(FINE);

  private final Luma before;
  private final Luma after;
  private final Luma halfBefore;
  private final Luma halfAfter;

  /**
   * One square's way, in pixels.
   *
   * @param x its center, right of the picture's
   * @param y its center, below the picture's
   * @param dx how far it went to the right
   * @param dy how far it went down
   * @param across how well its slopes tell where it went across, 0 to 1
   * @param down how well they tell where it went down, 0 to 1
   */
  record Vector(double x, double y, double dx, double dy, double across, double down) {
    /** The same with its center seen from another point. */
    Vector from(double left, double top) {
      return new Vector(x - left, y - top, dx, dy, across, down);
    }
  }

  private BlockMotion(Luma before, Luma after) {
    this.before = before;
    this.after = after;
    halfBefore = before.halved();
    halfAfter = after.halved();
  }

  /** The ways of all squares of {@code before} that look like something. */
  static List<Vector> between(Luma before, Luma after) {
    return new BlockMotion(before, after).vectors();
  }

  private List<Vector> vectors() {
    List<Vector> vectors = new ArrayList<>();
    for (int top = 0; top + BLOCK <= before.height(); top += STEP) {
      for (int left = 0; left + BLOCK <= before.width(); left += STEP) {
        double across = before.slope(left, top, BLOCK, 1, 0);
        double down = before.slope(left, top, BLOCK, 0, 1);
        if (across + down > FLAT) {
          match(left, top, across, down, vectors);
        }
      }
    }
    return vectors;
  }

  private void match(int left, int top, double across, double down, List<Vector> vectors) {
    int halfLeft = Math.clamp(left / 2 - 1, 0, halfBefore.width() - HALF_BLOCK);
    int halfTop = Math.clamp(top / 2 - 1, 0, halfBefore.height() - HALF_BLOCK);
    int[] coarse = best(halfBefore, halfAfter, halfLeft, halfTop, HALF_BLOCK, 0, 0, OFFSETS);
    int[] fine = best(before, after, left, top, BLOCK, 2 * coarse[0], 2 * coarse[1], NEAR);
    double here = error(left, top, fine[0], fine[1]);
    if (Double.isFinite(here)) {
      double partX =
          vertex(
              error(left, top, fine[0] - 1, fine[1]), here, error(left, top, fine[0] + 1, fine[1]));
      double partY =
          vertex(
              error(left, top, fine[0], fine[1] - 1), here, error(left, top, fine[0], fine[1] + 1));
      vectors.add(
          new Vector(
              left + (BLOCK - before.width()) / 2.0,
              top + (BLOCK - before.height()) / 2.0,
              fine[0] + partX,
              fine[1] + partY,
              weight(across, left),
              weight(down, left)));
    }
  }

  /** Squares near the sides count more: who acts stands in the middle more often than not. */
  private double weight(double slope, int left) {
    double aside = Math.abs(2.0 * left + BLOCK - before.width()) / before.width();
    return Math.min(1, slope / STEEP) * (0.25 + aside);
  }

  private double error(int left, int top, int dx, int dy) {
    return before.difference(after, left, top, BLOCK, dx, dy, Double.POSITIVE_INFINITY);
  }

  private static int[] best(
      Luma from, Luma to, int left, int top, int side, int dx, int dy, List<int[]> offsets) {
    double least = Double.POSITIVE_INFINITY;
    int[] best = {dx, dy};
    for (int[] offset : offsets) {
      double error = from.difference(to, left, top, side, dx + offset[0], dy + offset[1], least);
      if (error < least) {
        least = error;
        best = new int[] {dx + offset[0], dy + offset[1]};
      }
    }
    return best;
  }

  private static List<int[]> offsets(int reach) {
    int side = 2 * reach + 1;
    return IntStream.range(0, side * side)
        .mapToObj(i -> new int[] {i % side - reach, i / side - reach})
        .sorted(Comparator.comparingInt(o -> o[0] * o[0] + o[1] * o[1]))
        .toList();
  }

  /** Where the parabola through three neighbors is lowest, from -1/2 to 1/2. */
  private static double vertex(double before, double here, double after) {
    double bend = before - 2 * here + after;
    boolean known = Double.isFinite(bend) && bend > 1e-9;
    return known ? Math.clamp((before - after) / (2 * bend), -0.5, 0.5) : 0;
  }
}
