package moviegen.evaluate;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.IntStream;
import moviegen.media.Frames;

/**
 * A film whose moving subject is followed against its background, and what that says of the film's
 * consistency and motion. Lengths are shares of the frame's sides.
 */
record TrackedFilm(Frames film, MovingRegion region) {
  private static final int FEWEST = 3;

  /** Steps of brightness by which a pixel has changed. */
  private static final double CHANGED = 8;

  /** The share of pixels below whose change nothing moves. */
  private static final double STILL = 0.004;

  static TrackedFilm of(Frames film) {
    return new TrackedFilm(film, MovingRegion.of(film, CameraWord.of(film).motion()));
  }

  private List<Integer> seen() {
    return IntStream.range(0, region.spots().size())
        .filter(i -> region.spots().get(i).isPresent())
        .boxed()
        .toList();
  }

  /** The spots of {@link #seen}. */
  private List<Patch> spots() {
    return region.spots().stream().flatMap(Optional::stream).toList();
  }

  boolean isTracked() {
    return spots().size() >= FEWEST;
  }

  /** Whether nothing in it moves. */
  boolean isStill() {
    var first = Luma.of(film, 0);
    var shares =
        region.motion().times().stream()
            .skip(1)
            .mapToDouble(t -> changed(first, Luma.of(film, t)))
            .toArray();
    return Arrays.stream(shares).max().orElse(0) < STILL;
  }

  private static double changed(Luma a, Luma b) {
    int changed = 0;
    for (int i = 0; i < a.values().length; i++) {
      changed += Math.abs(a.values()[i] - b.values()[i]) > CHANGED ? 1 : 0;
    }
    return (double) changed / a.values().length;
  }

  /** Mean distance of the subject's mean color from that of all frames, of 255. */
  double colorDrift() {
    var colors = new ArrayList<double[]>();
    for (int i : seen()) {
      region.spots().get(i).ifPresent(spot -> colors.add(color(i, spot.pixels())));
    }
    var mean = new double[3];
    colors.forEach(color -> Arrays.setAll(mean, k -> mean[k] + color[k] / colors.size()));
    return colors.stream()
        .mapToDouble(c -> Math.hypot(Math.hypot(c[0] - mean[0], c[1] - mean[1]), c[2] - mean[2]))
        .average()
        .orElse(0);
  }

  private double[] color(int frame, BitSet pixels) {
    var rgb = film.frame(region.motion().times().get(frame));
    float[] way = region.ways().get(frame);
    var sum = new double[3];
    int count = 0;
    for (int i = pixels.nextSetBit(0); i >= 0; i = pixels.nextSetBit(i + 1)) {
      int at = place(way, i);
      if (at >= 0) {
        for (int k = 0; k < sum.length; k++) {
          sum[k] += rgb.get(3 * at + k) & 255;
        }
        count++;
      }
    }
    int all = Math.max(1, count);
    return Arrays.stream(sum).map(value -> value / all).toArray();
  }

  /** Where a pixel of the middle frame is in another (h w), negative outside. */
  private int place(float[] way, int pixel) {
    int x = (int) Math.floor(way[2 * pixel] + film.width() / 2.0);
    int y = (int) Math.floor(way[2 * pixel + 1] + film.height() / 2.0);
    boolean inside = x >= 0 && y >= 0 && x < film.width() && y < film.height();
    return inside ? y * film.width() + x : -1;
  }

  /** Root mean square of the logarithm of the subject's area about a steady growth. */
  double shapeDrift() {
    return residual(spots().stream().mapToDouble(spot -> Math.log(spot.area())).toArray());
  }

  /** Median over the background's pixels of their mean change from look to look, of 255. */
  double flicker() {
    var moving = new BitSet();
    spots().forEach(spot -> moving.or(spot.pixels()));
    var pictures = region.motion().times().stream().map(t -> Luma.of(film, t)).toList();
    var changes = new ArrayList<Double>();
    for (int i = moving.nextClearBit(0);
        i < film.width() * film.height();
        i = moving.nextClearBit(i + 1)) {
      double sum = 0;
      int count = 0;
      for (int t = 1; t < pictures.size(); t++) {
        int a = place(region.ways().get(t - 1), i);
        int b = place(region.ways().get(t), i);
        if (a >= 0 && b >= 0) {
          sum += Math.abs(pictures.get(t).values()[b] - pictures.get(t - 1).values()[a]);
          count++;
        }
      }
      if (count > 0) {
        changes.add(sum / count);
      }
    }
    changes.sort(null);
    return changes.isEmpty() ? 0 : changes.get(changes.size() / 2);
  }

  /** How far from a steady way the subject's center goes across, root mean square. */
  double unsteadiness() {
    return residual(spots().stream().mapToDouble(Patch::x).toArray()) / film.width();
  }

  /** How far what was asked went, in the direction asked, where it goes anywhere. */
  OptionalDouble progress(Map<String, String> truth) {
    double x = region.travel(false) / film.width();
    return switch (truth.getOrDefault("direction", truth.getOrDefault("action", ""))) {
      case "right" -> OptionalDouble.of(x);
      case "left" -> OptionalDouble.of(-x);
      case "toward", "grows" -> OptionalDouble.of(growth());
      case "away", "shrinks" -> OptionalDouble.of(-growth());
      case "falls" -> OptionalDouble.of(down());
      default -> OptionalDouble.empty();
    };
  }

  private double growth() {
    return slope(spots().stream().mapToDouble(spot -> Math.log(spot.area())).toArray());
  }

  private double down() {
    return slope(spots().stream().mapToDouble(Patch::y).toArray()) / film.height();
  }

  /** What a steady way through values goes from the first to the last. */
  private static double slope(double... values) {
    double[] line = line(values);
    return line[1] * (values.length - 1);
  }

  private static double residual(double... values) {
    double[] line = line(values);
    double sum = 0;
    for (int i = 0; i < values.length; i++) {
      sum += Math.pow(values[i] - line[0] - line[1] * i, 2);
    }
    return values.length == 0 ? 0 : Math.sqrt(sum / values.length);
  }

  /** The straight line of least squares: its start and its slope. */
  private static double[] line(double... values) {
    double middle = (values.length - 1) / 2.0;
    double mean = Arrays.stream(values).average().orElse(0);
    double up = 0;
    double down = 0;
    for (int i = 0; i < values.length; i++) {
      up += (i - middle) * (values[i] - mean);
      down += (i - middle) * (i - middle);
    }
    double slope = down == 0 ? 0 : up / down;
    return new double[] {mean - slope * middle, slope};
  }
}
