package moviegen.evaluate;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import moviegen.media.Frames;

/**
 * How much what moves grows against the background, and how far its feet come down the picture.
 *
 * @param growth the logarithm of its size at the end over that at the beginning
 * @param down how far its lower end goes down against the background, in frame heights
 */
record Growth(double growth, double down) {
  /** The share of the box around it that is looked at. */
  private static final double CORE = 0.8;

  private static final int FEWEST = 4;

  /** Growth and way down of what comes nearer, at least; what only grows keeps its feet. */
  private static final double NEARER = 0.08;

  private static final double LOWER = 0.02;

  /** The way from which on it is a fall or another's. */
  private static final double FALL = 0.17;

  static Growth of(Frames film, MovingRegion region) {
    var motion = region.motion();
    var pictures = motion.times().stream().map(t -> Luma.of(film, t)).toList();
    double growth = 0;
    for (int i = 0; i < motion.steps().size(); i++) {
      var box = box(region, i);
      if (box.isEmpty()) {
        continue;
      }
      double x = box.get(0);
      double y = box.get(1);
      double halfWidth = Math.max(6, CORE * box.get(2));
      double halfHeight = Math.max(6, CORE * box.get(3));
      var inside =
          BlockMotion.between(pictures.get(i), pictures.get(i + 1)).stream()
              .filter(v -> Math.abs(v.x() - x) < halfWidth && Math.abs(v.y() - y) < halfHeight)
              .map(v -> v.from(x, y))
              .toList();
      if (inside.size() >= FEWEST) {
        growth +=
            BandMotion.of(inside, 0, BandMotion.NARROW).zoom()
                - motion.steps().get(i).getLast().zoom();
      }
    }
    return new Growth(growth, down(region) / film.height());
  }

  /** Whether it comes toward the camera or goes away, if either. */
  Optional<String> direction() {
    boolean walks = Math.abs(down) > LOWER && Math.abs(down) < FALL && down * growth > 0;
    return walks && Math.abs(growth) > NEARER
        ? Optional.of(growth > 0 ? "toward" : "away")
        : Optional.empty();
  }

  /** Center and half size of the box around it on the screen, from the screen's center. */
  private static List<Double> box(MovingRegion region, int frame) {
    var spot = region.spots().get(frame);
    if (spot.isEmpty()) {
      return List.of();
    }
    float[] way = region.ways().get(frame);
    var x = spot.get().pixels().stream().mapToDouble(i -> way[2 * i]).summaryStatistics();
    var y = spot.get().pixels().stream().mapToDouble(i -> way[2 * i + 1]).summaryStatistics();
    return List.of(
        (x.getMin() + x.getMax()) / 2,
        (y.getMin() + y.getMax()) / 2,
        (x.getMax() - x.getMin()) / 2,
        (y.getMax() - y.getMin()) / 2);
  }

  private static double down(MovingRegion region) {
    var slopes = new ArrayList<Double>();
    for (int i = 0; i < region.spots().size(); i++) {
      for (int k = 0; k < i; k++) {
        if (region.spots().get(i).isPresent() && region.spots().get(k).isPresent()) {
          var late = region.spots().get(i).get();
          var early = region.spots().get(k).get();
          double way = late.top() + late.height() - early.top() - early.height();
          slopes.add(way / (i - k));
        }
      }
    }
    slopes.sort(Comparator.naturalOrder());
    return slopes.isEmpty() ? 0 : slopes.get(slopes.size() / 2) * (region.spots().size() - 1);
  }
}
