package moviegen.evaluate;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;
import moviegen.media.Frames;

/**
 * How the picture moves as a whole, four times a second, in bands from top to bottom.
 *
 * @param width of the picture
 * @param height of the picture
 * @param times the frames looked at
 * @param steps from each of them to the next, the motion of every band
 */
record CameraMotion(int width, int height, List<Integer> times, List<List<BandMotion>> steps) {
  static final int BANDS = 4;

  /** Looks a second. */
  private static final double RATE = 4;

  /** Squares that a band needs to have a motion of its own. */
  private static final double SEEN = 0.3;

  /**
   * @param fixed the share of the mean picture that is taken out first: with 1, marks that stay
   *     where they are on the screen do not count
   */
  static CameraMotion of(Frames film, float fixed) {
    List<Integer> times = times(film);
    var steps = new ArrayList<List<BandMotion>>();
    var pictures = times.stream().map(t -> Luma.of(film, t)).toList();
    var mean = Luma.mean(pictures);
    var moving = pictures.stream().map(picture -> picture.less(mean, fixed)).toList();
    for (int i = 1; i < moving.size(); i++) {
      steps.add(bands(BlockMotion.between(moving.get(i - 1), moving.get(i)), film.height()));
    }
    return new CameraMotion(film.width(), film.height(), times, List.copyOf(steps));
  }

  /** The motion of a camera that stands. */
  static CameraMotion none(Frames film) {
    var times = times(film);
    var rest = Collections.nCopies(BANDS, new BandMotion(0, 0, 0, 1));
    return new CameraMotion(
        film.width(), film.height(), times, Collections.nCopies(times.size() - 1, rest));
  }

  /** The frames of a film that are looked at. */
  static List<Integer> times(Frames film) {
    int step = Math.max(1, (int) Math.round(film.fps() / RATE));
    return IntStream.iterate(0, t -> t < film.count(), t -> t + step).boxed().toList();
  }

  private static List<BandMotion> bands(List<BlockMotion.Vector> vectors, int height) {
    var bands = new ArrayList<BandMotion>();
    for (int k = 0; k < BANDS; k++) {
      int band = k;
      var inside = vectors.stream().filter(v -> bandOf(v.y(), height) == band).toList();
      bands.add(BandMotion.of(inside, middle(k, height), BandMotion.WIDE));
    }
    return bands.stream().map(band -> seen(band) ? band : nearest(bands, band)).toList();
  }

  private static boolean seen(BandMotion band) {
    return band.weight() > SEEN;
  }

  /** The motion of the nearest band that has one, of no weight. */
  private static BandMotion nearest(List<BandMotion> bands, BandMotion blind) {
    int at = bands.indexOf(blind);
    return IntStream.range(0, BANDS)
        .filter(k -> seen(bands.get(k)))
        .boxed()
        .min((a, b) -> Integer.compare(Math.abs(a - at), Math.abs(b - at)))
        .map(k -> bands.get(k))
        .map(band -> new BandMotion(band.x(), band.y(), band.zoom(), 0))
        .orElse(new BandMotion(0, 0, 0, 0));
  }

  private static int bandOf(double y, int height) {
    return Math.clamp((int) Math.floor((y / height + 0.5) * BANDS), 0, BANDS - 1);
  }

  private static double middle(int band, int height) {
    return ((band + 0.5) / BANDS - 0.5) * height;
  }

  /** A band's motion from the first look to the last. */
  BandMotion total(int band) {
    double x = 0;
    double y = 0;
    double zoom = 0;
    double weight = 0;
    for (var step : steps) {
      x += step.get(band).x();
      y += step.get(band).y();
      zoom += step.get(band).zoom();
      weight += step.get(band).weight() / steps.size();
    }
    return new BandMotion(x, y, zoom, weight);
  }

  /** How far a band went on all its ways, in pixels. */
  double path(int band) {
    return steps.stream().map(s -> s.get(band)).mapToDouble(b -> Math.hypot(b.x(), b.y())).sum();
  }

  /** Where a point of the background goes in a step; x and y from the picture's center. */
  double[] follow(int step, double x, double y) {
    var bands = steps.get(step);
    double at = Math.clamp((y / height + 0.5) * BANDS - 0.5, 0.0, BANDS - 1.0);
    int upper = Math.min((int) at, BANDS - 2);
    double share = at - upper;
    var a = bands.get(upper);
    var b = bands.get(upper + 1);
    double zoom = a.zoom() + (b.zoom() - a.zoom()) * share;
    double up = a.y() + a.zoom() * (y - middle(upper, height));
    double low = b.y() + b.zoom() * (y - middle(upper + 1, height));
    return new double[] {
      x + a.x() + (b.x() - a.x()) * share + zoom * x, y + up + (low - up) * share
    };
  }
}
