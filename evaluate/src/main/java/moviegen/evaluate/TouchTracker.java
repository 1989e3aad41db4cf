package moviegen.evaluate;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import moviegen.media.Frames;

/**
 * When the subject of a film touches the ground, seen in the pictures of a camera that stands:
 * where it falls and then rises at once.
 */
final class TouchTracker {
  /*
   * What differs from the median of all frames is foreground, its largest patch the subject, the
   * lower edge of that its feet. Around every frame two lines are laid through the feet before and
   * after; where the one goes down and the other up steeply enough, they meet in the touch.
   */
  private static final int OTHER = 36;
  private static final double SMALLEST = 0.002;
  private static final int SIDE = 3;
  private static final int FEWEST = 2;

  /** How much the feet's speed must turn, in frame heights a second. */
  private static final double TURN = 0.55;

  private static final double APART = 0.2;

  private TouchTracker() {}

  /** The instants in seconds, in order. */
  static List<Double> touches(Frames film) {
    int[] background = background(film);
    var feet = new double[film.count()];
    for (int t = 0; t < feet.length; t++) {
      feet[t] = feet(film, t, background).orElse(Double.NaN);
    }
    return turns(feet, film.fps());
  }

  static List<Double> turns(double[] feet, double fps) {
    List<double[]> found = new ArrayList<>();
    for (int t = 0; t + 1 < feet.length; t++) {
      double[] before = line(feet, t - SIDE + 1, t + 1);
      double[] after = line(feet, t + 1, t + 1 + SIDE);
      if (before.length == 0 || after.length == 0) {
        continue;
      }
      double turn = (before[1] - after[1]) * fps;
      if (before[1] > 0 && after[1] < 0 && turn > TURN) {
        double meet = (after[0] - before[0]) / (before[1] - after[1]);
        found.add(new double[] {Math.clamp(meet, t - 0.5, t + 1.5) / fps, turn});
      }
    }
    return strongest(found);
  }

  /** Of turns that are near each other, the strongest. */
  private static List<Double> strongest(List<double[]> found) {
    List<double[]> kept = new ArrayList<>();
    found.stream()
        .sorted(Comparator.comparingDouble(turn -> -turn[1]))
        .filter(turn -> kept.stream().noneMatch(other -> Math.abs(other[0] - turn[0]) < APART))
        .forEach(kept::add);
    return kept.stream().map(turn -> turn[0]).sorted().toList();
  }

  /** Intercept and slope of the line through some places, where enough of them are known. */
  private static double[] line(double[] feet, int from, int to) {
    double count = 0;
    double sumT = 0;
    double sumY = 0;
    double sumTt = 0;
    double sumTy = 0;
    for (int t = Math.max(0, from); t < Math.min(feet.length, to); t++) {
      if (!Double.isNaN(feet[t])) {
        count++;
        sumT += t;
        sumY += feet[t];
        sumTt += (double) t * t;
        sumTy += t * feet[t];
      }
    }
    double spread = count * sumTt - sumT * sumT;
    if (count < FEWEST || spread == 0) {
      return new double[0];
    }
    double slope = (count * sumTy - sumT * sumY) / spread;
    return new double[] {(sumY - slope * sumT) / count, slope};
  }

  /** The lower edge of the subject as a share of the height, downward. */
  private static Optional<Double> feet(Frames film, int frame, int[] background) {
    var rgb = film.frame(frame);
    var other = new BitSet();
    int sites = film.width() * film.height();
    for (int i = 0; i < sites; i++) {
      int sum = 0;
      for (int k = 0; k < 3; k++) {
        sum += Math.abs((rgb.get(3 * i + k) & 255) - background[3 * i + k]);
      }
      other.set(i, sum > OTHER);
    }
    return Patch.of(other, film.width(), film.height()).stream()
        .max(Comparator.comparingInt(Patch::area))
        .filter(patch -> patch.area() > SMALLEST * sites)
        .map(patch -> (patch.top() + (double) patch.height()) / film.height());
  }

  private static int[] background(Frames film) {
    int values = film.width() * film.height() * 3;
    var background = new int[values];
    var seen = new int[film.count()];
    for (int i = 0; i < values; i++) {
      for (int t = 0; t < seen.length; t++) {
        seen[t] = film.pixels().get(t * values + i) & 255;
      }
      Arrays.sort(seen);
      background[i] = seen[seen.length / 2];
    }
    return background;
  }
}
