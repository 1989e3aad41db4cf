package moviegen.evaluate;

import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import moviegen.media.Frames;

/**
 * The color that the middle of a film has more of than its sides: who acts is filmed there.
 *
 * @param name of the color
 * @param excess its share of the middle less that of the sides
 * @param second the same of the next color, over the first's
 */
record MiddleColor(String name, double excess, double second) {
  private static final double TOP = 0.25;
  private static final double BOTTOM = 0.95;
  private static final double MIDDLE = 0.25;
  private static final double SIDES = 0.36;

  private static final double ENOUGH = 0.02;
  private static final double ALONE = 0.3;
  private static final double WITNESS = 0.75;

  static Optional<MiddleColor> of(Frames film) {
    Map<String, double[]> shares = new TreeMap<>();
    var pixels = new int[2];
    var frames = CameraMotion.times(film);
    for (int t : frames) {
      count(film, t, shares, pixels);
    }
    String name = "";
    double most = 0;
    double second = 0;
    for (var share : shares.entrySet()) {
      double excess = share.getValue()[0] / pixels[0] - share.getValue()[1] / pixels[1];
      if (excess > most) {
        second = most;
        most = excess;
        name = share.getKey();
      } else {
        second = Math.max(second, excess);
      }
    }
    return most > ENOUGH
        ? Optional.of(new MiddleColor(name, most, second / most))
        : Optional.empty();
  }

  private static void count(Frames film, int frame, Map<String, double[]> shares, int... pixels) {
    var rgb = film.frame(frame);
    for (int y = (int) (TOP * film.height()); y < BOTTOM * film.height(); y++) {
      for (int x = 0; x < film.width(); x++) {
        double aside = Math.abs((x + 0.5) / film.width() - 0.5);
        if (aside > MIDDLE && aside < SIDES) {
          continue;
        }
        int part = aside <= MIDDLE ? 0 : 1;
        int at = 3 * (y * film.width() + x);
        pixels[part]++;
        ColorWord.name(rgb.get(at) & 255, rgb.get(at + 1) & 255, rgb.get(at + 2) & 255)
            .ifPresent(name -> shares.computeIfAbsent(name, _ -> new double[2])[part]++);
      }
    }
  }

  /** Whether no other color comes near. */
  boolean isSure() {
    return second < ALONE;
  }

  /** Whether it bears out what was seen elsewhere, too. */
  boolean bearsOut(String other) {
    return name.equals(other) && second < WITNESS;
  }
}
