package moviegen.evaluate;

import java.awt.Color;
import java.util.BitSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import moviegen.media.Frames;

/**
 * The color of what moves: the name that its pixels have more often than those around it. What the
 * middle of the film has more of than its sides may take its place, bear it out or gainsay it.
 */
final class ColorWord {
  private static final int AROUND = 5;

  /** How much more of a name there has to be inside than outside, as a share of all pixels. */
  private static final double ENOUGH = 0.13;

  /** The same for black and white, which eyes, tires and paper rims have, too. */
  private static final double ENOUGH_GRAY = 0.17;

  /** How much more there has to be for the middle of the film to bear it out. */
  private static final double FAINT = 0.04;

  /** How much of that the second name may have. */
  private static final double SECOND = 0.7;

  private static final List<String> GRAYS = List.of("black", "white");

  private ColorWord() {}

  static Optional<String> of(Frames film, MovingRegion region, boolean travels) {
    var moving = ofMoving(film, region, travels);
    var middle = MiddleColor.of(film);
    if (middle.isEmpty()) {
      return moving.filter(Seen::isSure).map(Seen::name);
    }
    boolean sure = middle.get().isSure();
    if (moving.filter(Seen::isSure).isPresent()) {
      return moving.map(Seen::name).filter(name -> !sure || name.equals(middle.get().name()));
    }
    boolean borneOut =
        moving.filter(seen -> !seen.isGray() && middle.get().bearsOut(seen.name())).isPresent();
    return sure || borneOut ? Optional.of(middle.get().name()) : Optional.empty();
  }

  /** What a moving region has most of. */
  private record Seen(String name, double most, double second) {
    boolean isSure() {
      return most > ENOUGH && second < SECOND * most;
    }

    boolean isGray() {
      return GRAYS.contains(name);
    }
  }

  private static Optional<Seen> ofMoving(Frames film, MovingRegion region, boolean travels) {
    Map<String, Double> excess = excess(film, region, travels);
    String first = "";
    double most = 0;
    double second = 0;
    for (var entry : excess.entrySet()) {
      double value = entry.getValue() * weight(entry.getKey());
      if (value > most) {
        second = most;
        most = value;
        first = entry.getKey();
      } else {
        second = Math.max(second, value);
      }
    }
    return most > FAINT ? Optional.of(new Seen(first, most, second)) : Optional.empty();
  }

  private static double weight(String name) {
    return GRAYS.contains(name) ? ENOUGH / ENOUGH_GRAY : 1;
  }

  /** Share of each name inside less its share around. */
  static Map<String, Double> excess(Frames film, MovingRegion region, boolean travels) {
    int width = film.width();
    var still = Patch.around(twice(region), width).map(Patch::filled);
    Map<String, Double> inside = new TreeMap<>();
    Map<String, Double> outside = new TreeMap<>();
    double[] counts = {1e-9, 1e-9};
    for (int i = 0; i < region.spots().size(); i++) {
      var shape = travels ? region.spots().get(i).map(Patch::filled) : still;
      if (shape.isPresent()) {
        var around = around(shape.get(), width, film.height());
        counts[0] += count(film, region, i, shape.get(), inside);
        counts[1] += count(film, region, i, around, outside);
      }
    }
    inside.replaceAll((_, value) -> value / counts[0]);
    outside.forEach((name, value) -> inside.merge(name, -value / counts[1], Double::sum));
    return inside;
  }

  /** What differs from the background in two frames or more. */
  private static BitSet twice(MovingRegion region) {
    var once = new BitSet();
    var twice = new BitSet();
    for (var spot : region.spots()) {
      spot.ifPresent(
          patch -> {
            var again = (BitSet) once.clone();
            again.and(patch.pixels());
            twice.or(again);
            once.or(patch.pixels());
          });
    }
    return twice;
  }

  private static int count(
      Frames film, MovingRegion region, int frame, BitSet shape, Map<String, Double> names) {
    var rgb = film.frame(region.motion().times().get(frame));
    float[] way = region.ways().get(frame);
    int count = 0;
    for (int i = shape.nextSetBit(0); i >= 0; i = shape.nextSetBit(i + 1)) {
      int x = (int) Math.floor(way[2 * i] + film.width() / 2.0);
      int y = (int) Math.floor(way[2 * i + 1] + film.height() / 2.0);
      if (x >= 0 && y >= 0 && x < film.width() && y < film.height()) {
        int at = 3 * (y * film.width() + x);
        count++;
        name(rgb.get(at) & 255, rgb.get(at + 1) & 255, rgb.get(at + 2) & 255)
            .ifPresent(name -> names.merge(name, 1.0, Double::sum));
      }
    }
    return count;
  }

  private static BitSet around(BitSet shape, int width, int height) {
    var around = new BitSet();
    for (int i = shape.nextSetBit(0); i >= 0; i = shape.nextSetBit(i + 1)) {
      int y = i / width;
      int x = i % width;
      for (int v = Math.max(0, y - AROUND); v <= Math.min(height - 1, y + AROUND); v += AROUND) {
        around.set(
            v * width + Math.max(0, x - AROUND), v * width + Math.min(width, x + AROUND + 1));
      }
    }
    around.andNot(shape);
    return around;
  }

  /** The name of a color, if it has one of the ten. */
  static Optional<String> name(int red, int green, int blue) {
    float[] hsb = Color.RGBtoHSB(red, green, blue, null);
    float hue = 360 * hsb[0];
    float full = hsb[1];
    float bright = hsb[2];
    if (bright < 0.3 && (full < 0.4 || bright < 0.2)) {
      return Optional.of("black");
    }
    if (full < 0.15) {
      return bright > 0.75
          ? Optional.of("white")
          : bright < 0.4 ? Optional.of("black") : Optional.empty();
    }
    if (full < 0.25) {
      return Optional.empty();
    }
    return Optional.of(
        hue < 14
            ? "red"
            : hue < 39
                ? bright < 0.72 && full < 0.75 ? "brown" : "orange"
                : hue < 70
                    ? "yellow"
                    : hue < 175
                        ? "green"
                        : hue < 247 ? "blue" : hue < 304 ? "purple" : hue < 349 ? "pink" : "red");
  }
}
