package moviegen.evaluate;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import moviegen.media.Frames;

/**
 * The word for how a camera moves.
 *
 * @param word as the world's vocabulary has it
 * @param motion what it was read from
 */
record CameraWord(Optional<String> word, CameraMotion motion) {
  /*
   * Every word has a pattern: how far each of four bands goes right and down and how much it grows,
   * from top to bottom. Turning moves what is far as much as what is near, going sideways moves what
   * is near; a lens enlarges everything, going forward what is near; an arc turns against its own
   * way. The word is that of the pattern at the smallest angle to what is seen.
   */
  private static final Map<String, double[]> PATTERNS = patterns();

  /** What falling snow looks like where all that stays has been taken out. */
  private static final Set<String> FALLING = Set.of("tilt up", "pedestal up");

  /** Cosine below which no pattern is like what is seen. */
  private static final double LIKE = 0.7;

  /** How much better than the second the first pattern has to be. */
  private static final double CLEAR = 0.03;

  /** Motion, in frame sides, below which there is none. */
  private static final double NONE = 0.03;

  /** The share of pixels that may change before a camera that stands. */
  private static final double STILL = 0.12;

  /** Change of brightness that a pixel of a standing camera may show. */
  private static final double FLICKER = 3;

  /** What leaving a band out costs. */
  private static final double SPOILED = 0.06;

  /** How much less a motion counts that is read without the mean picture. */
  private static final double UNMARKED = 0.85;

  private static final double GROWTH = 0.25;
  private static final double SHAKEN = 0.06;
  private static final double STRAIGHT = 0.5;

  static CameraWord of(Frames film) {
    var plain = CameraMotion.of(film, 0);
    if (plain.steps().isEmpty()) {
      return new CameraWord(Optional.empty(), plain);
    }
    if (changed(film) < STILL) {
      return new CameraWord(Optional.of("static shot"), CameraMotion.none(film));
    }
    if (straightness(plain) < STRAIGHT && path(plain) > SHAKEN) {
      return new CameraWord(Optional.of("handheld shot"), plain);
    }
    var unmarked = CameraMotion.of(film, 1);
    var one = Match.of(plain);
    var other = Match.of(unmarked);
    boolean falls = FALLING.contains(other.word()) && norm(seen(plain)) < NONE;
    return falls || one.likeness() >= UNMARKED * other.likeness() ? one.said() : other.said();
  }

  /** The pattern most like a motion. */
  private record Match(String word, double likeness, double second, CameraMotion motion) {
    static Match of(CameraMotion motion) {
      double[] seen = seen(motion);
      String word = "";
      double first = 0;
      double second = 0;
      for (var pattern : PATTERNS.entrySet()) {
        double likeness = alike(seen, pattern.getValue());
        if (likeness > first) {
          second = first;
          first = likeness;
          word = pattern.getKey();
        } else {
          second = Math.max(second, likeness);
        }
      }
      double straight = straightness(motion);
      return new Match(
          word, norm(seen) > 2 * NONE ? first * (0.5 + straight / 2) : 0, second, motion);
    }

    CameraWord said() {
      boolean sure = likeness > LIKE && likeness > second + CLEAR;
      return new CameraWord(sure ? Optional.of(word) : Optional.empty(), motion);
    }
  }

  /**
   * The share of pixels that are not most of the time as they are at the median, at that side of a
   * band where they are fewer, in the band where they are most: what passes is at one side only.
   */
  static double changed(Frames film) {
    var pictures = CameraMotion.times(film).stream().map(t -> Luma.of(film, t)).toList();
    var left = new double[CameraMotion.BANDS];
    var right = new double[CameraMotion.BANDS];
    int margin = film.width() * 3 / 10;
    for (int y = 0; y < film.height(); y++) {
      int band = y * CameraMotion.BANDS / film.height();
      for (int x = 0; x < margin; x++) {
        left[band] += flickers(pictures, y * film.width() + x) ? 1 : 0;
        right[band] += flickers(pictures, (y + 1) * film.width() - 1 - x) ? 1 : 0;
      }
    }
    double most = 0;
    for (int band = 0; band < left.length; band++) {
      most = Math.max(most, Math.min(left[band], right[band]));
    }
    return most / margin / film.height() * CameraMotion.BANDS;
  }

  private static boolean flickers(List<Luma> pictures, int pixel) {
    double[] values = values(pictures, pixel);
    double middle = median(values);
    return median(Arrays.stream(values).map(value -> Math.abs(value - middle)).toArray()) > FLICKER;
  }

  private static double[] values(List<Luma> pictures, int pixel) {
    return pictures.stream().mapToDouble(picture -> picture.values()[pixel]).toArray();
  }

  private static double median(double[] values) {
    double[] sorted = values.clone();
    Arrays.sort(sorted);
    return sorted[sorted.length / 2];
  }

  /** The net way of the bands over their path, by the median of the bands. */
  static double straightness(CameraMotion motion) {
    var shares = new double[CameraMotion.BANDS];
    for (int k = 0; k < shares.length; k++) {
      var total = motion.total(k);
      shares[k] = Math.hypot(total.x(), total.y()) / Math.max(1, motion.path(k));
    }
    return median(shares);
  }

  static double path(CameraMotion motion) {
    var paths = new double[CameraMotion.BANDS];
    for (int k = 0; k < paths.length; k++) {
      paths[k] = motion.path(k) / motion.width();
    }
    return median(paths);
  }

  static double[] seen(CameraMotion motion) {
    var seen = new double[3 * CameraMotion.BANDS];
    for (int k = 0; k < CameraMotion.BANDS; k++) {
      var total = motion.total(k);
      seen[k] = total.x() / motion.width();
      seen[CameraMotion.BANDS + k] = total.y() / motion.height();
      seen[2 * CameraMotion.BANDS + k] = GROWTH * total.zoom();
    }
    return seen;
  }

  private static Map<String, double[]> patterns() {
    var patterns = new LinkedHashMap<String, double[]>();
    both(patterns, "pan left", "pan right", 1, 1, 1, 1, 0, 0, 0, 0, 0, 0, 0, 0);
    both(patterns, "truck left", "truck right", 0.05, 0.4, 0.7, 1, 0, 0, 0, 0, 0, 0, 0, 0);
    both(patterns, "tilt up", "tilt down", 0, 0, 0, 0, 1, 1, 1, 1, 0, 0, 0, 0);
    both(patterns, "pedestal up", "pedestal down", 0, 0, 0, 0, 0.05, 0.4, 0.65, 1, 0, 0, 0, 0);
    both(
        patterns,
        "zoom in",
        "zoom out",
        0,
        0,
        0,
        0,
        -0.22,
        -0.12,
        -0.03,
        0.06,
        0.06,
        0.07,
        0.07,
        0.05);
    both(
        patterns,
        "push in",
        "pull out",
        0,
        0,
        0,
        0,
        -0.01,
        -0.05,
        -0.01,
        0.08,
        0,
        0.03,
        0.04,
        0.05);
    patterns.put("arc shot", new double[] {1, 0.7, 0.35, 0, 0, 0, 0, 0, 0, 0, 0, 0});
    return patterns;
  }

  private static void both(
      Map<String, double[]> patterns, String word, String opposite, double... pattern) {
    patterns.put(word, pattern);
    var negative = new double[pattern.length];
    for (int i = 0; i < pattern.length; i++) {
      negative[i] = -pattern[i];
    }
    patterns.put(opposite, negative);
  }

  /** The cosine, or that of three bands and a little less, as what acts can fill a band. */
  private static double alike(double[] seen, double[] pattern) {
    double most = cosine(seen, pattern);
    for (int band = 0; band < CameraMotion.BANDS; band++) {
      double without = cosine(without(seen, band), without(pattern, band));
      most = Math.max(most, without - SPOILED);
    }
    return most;
  }

  private static double[] without(double[] bands, int band) {
    double[] rest = bands.clone();
    for (int i = band; i < rest.length; i += CameraMotion.BANDS) {
      rest[i] = 0;
    }
    return rest;
  }

  private static double cosine(double[] a, double[] b) {
    double sum = 0;
    for (int i = 0; i < a.length; i++) {
      sum += a[i] * b[i];
    }
    return sum / Math.max(1e-9, norm(a) * norm(b));
  }

  private static double norm(double[] a) {
    double sum = 0;
    for (double value : a) {
      sum += value * value;
    }
    return Math.sqrt(sum);
  }
}
