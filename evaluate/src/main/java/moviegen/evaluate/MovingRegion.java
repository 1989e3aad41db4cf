package moviegen.evaluate;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import moviegen.media.Frames;

/**
 * What moves otherwise than the background, seen in the frames of a camera's motion.
 *
 * @param spots per frame looked at, what differs from the background, in pixels of the middle
 *     frame; none where nothing does
 * @param ways per frame, where every pixel of the middle frame is seen (h w 2), from the center
 */
record MovingRegion(CameraMotion motion, List<Optional<Patch>> spots, List<float[]> ways) {
  /*
   * Every pixel of the middle frame is followed through the bands' motion to all other frames; the
   * median of what it meets is the background, and what differs from all nine neighbors of that, and
   * is no thin streak, is foreground.
   */
  private static final int OTHER = 14;
  private static final int NEIGHBORS = 7;
  private static final double SMALLEST = 0.0015;

  /** Patches of at least this share of the largest belong to it. */
  private static final double PART = 0.3;

  /** The share of all pairs of frames that may go another way than the others. */
  private static final double ASTRAY = 0.12;

  static MovingRegion of(Frames film, CameraMotion motion) {
    var ways = ways(motion);
    var pictures = new ArrayList<int[]>();
    for (int i = 0; i < ways.size(); i++) {
      pictures.add(seen(film, motion.times().get(i), ways.get(i)));
    }
    int[] background = median(pictures);
    var spots = new ArrayList<Optional<Patch>>();
    for (int[] picture : pictures) {
      spots.add(spot(picture, background, film.width(), film.height()));
    }
    return new MovingRegion(motion, List.copyOf(spots), ways);
  }

  private static List<float[]> ways(CameraMotion motion) {
    int count = motion.times().size();
    int middle = count / 2;
    var ways = new float[count][];
    ways[middle] = start(motion);
    for (int i = middle + 1; i < count; i++) {
      ways[i] = step(ways[i - 1], motion, i - 1, false);
    }
    for (int i = middle - 1; i >= 0; i--) {
      ways[i] = step(ways[i + 1], motion, i, true);
    }
    return List.of(ways);
  }

  private static float[] start(CameraMotion motion) {
    int width = motion.width();
    var way = new float[2 * width * motion.height()];
    for (int i = 0; i < way.length / 2; i++) {
      way[2 * i] = (float) (i % width + 0.5 - width / 2.0);
      way[2 * i + 1] = (float) (Math.floorDiv(i, width) + 0.5 - motion.height() / 2.0);
    }
    return way;
  }

  private static float[] step(float[] from, CameraMotion motion, int step, boolean back) {
    var to = new float[from.length];
    for (int i = 0; i < from.length; i += 2) {
      double x = from[i];
      double y = from[i + 1];
      double[] next = motion.follow(step, x, y);
      if (back) {
        double[] guess = {2 * x - next[0], 2 * y - next[1]};
        double[] again = motion.follow(step, guess[0], guess[1]);
        next = new double[] {guess[0] + x - again[0], guess[1] + y - again[1]};
      }
      to[i] = (float) next[0];
      to[i + 1] = (float) next[1];
    }
    return to;
  }

  /** What the pixels of the middle frame meet in another, 0xRRGGBB; -1 outside. */
  private static int[] seen(Frames film, int frame, float[] way) {
    var rgb = film.frame(frame);
    var seen = new int[way.length / 2];
    for (int i = 0; i < seen.length; i++) {
      int x = (int) Math.floor(way[2 * i] + film.width() / 2.0);
      int y = (int) Math.floor(way[2 * i + 1] + film.height() / 2.0);
      boolean inside = x >= 0 && y >= 0 && x < film.width() && y < film.height();
      int at = 3 * (y * film.width() + x);
      seen[i] =
          inside
              ? (rgb.get(at) & 255) << 16 | (rgb.get(at + 1) & 255) << 8 | rgb.get(at + 2) & 255
              : -1;
    }
    return seen;
  }

  private static int[] median(List<int[]> pictures) {
    var median = new int[pictures.getFirst().length];
    var values = new int[pictures.size()];
    for (int i = 0; i < median.length; i++) {
      for (int shift = 0; shift <= 16; shift += 8) {
        int count = 0;
        for (int[] picture : pictures) {
          if (picture[i] >= 0) {
            values[count++] = picture[i] >> shift & 255;
          }
        }
        Arrays.sort(values, 0, count);
        median[i] |= count == 0 ? 0 : values[count / 2] << shift;
      }
    }
    return median;
  }

  private static Optional<Patch> spot(int[] picture, int[] background, int width, int height) {
    var other = new BitSet();
    for (int i = 0; i < picture.length; i++) {
      other.set(i, picture[i] >= 0 && differs(picture[i], background, i, width, height));
    }
    var solid = new BitSet();
    for (int i = other.nextSetBit(0); i >= 0; i = other.nextSetBit(i + 1)) {
      int near = 0;
      for (int k = 0; k < 9; k++) {
        int x = i % width + k % 3 - 1;
        int y = i / width + k / 3 - 1;
        near += x >= 0 && y >= 0 && x < width && y < height && other.get(y * width + x) ? 1 : 0;
      }
      solid.set(i, near >= NEIGHBORS);
    }
    var patches = Patch.of(solid, width, height);
    int largest = patches.stream().mapToInt(Patch::area).max().orElse(0);
    var all = new BitSet();
    patches.stream()
        .filter(patch -> patch.area() > Math.max(SMALLEST * width * height, PART * largest))
        .forEach(patch -> all.or(patch.pixels()));
    return Patch.around(all, width);
  }

  private static boolean differs(int rgb, int[] background, int at, int width, int height) {
    for (int k = 0; k < 9; k++) {
      int x = Math.clamp(at % width + k % 3 - 1, 0, width - 1);
      int y = Math.clamp(at / width + k / 3 - 1, 0, height - 1);
      int other = background[y * width + x];
      int sum =
          Math.abs((rgb >> 16 & 255) - (other >> 16 & 255))
              + Math.abs((rgb >> 8 & 255) - (other >> 8 & 255))
              + Math.abs((rgb & 255) - (other & 255));
      if (sum <= 3 * OTHER) {
        return false;
      }
    }
    return true;
  }

  /** The share of the frames in which something differs from the background. */
  double presence() {
    return (double) spots.stream().filter(Optional::isPresent).count() / spots.size();
  }

  /**
   * How far its center goes to the right from the first frame to the last, by the median of all
   * pairs of frames, in pixels; 0 where they do not agree on the way.
   *
   * @param onScreen on the screen, else over the ground
   */
  double travel(boolean onScreen) {
    var times = new ArrayList<Integer>();
    var places = new ArrayList<Double>();
    double ground = 0;
    for (int i = 0; i < spots.size(); i++) {
      if (spots.get(i).isPresent()) {
        times.add(i);
        places.add(onScreen(largest(spots.get(i).get()), i) - (onScreen ? 0 : ground));
      }
      ground += i < motion.steps().size() ? motion.steps().get(i).getLast().x() : 0;
    }
    if (times.size() < 3) {
      return 0;
    }
    var slopes = new ArrayList<Double>();
    for (int i = 0; i < times.size(); i++) {
      for (int k = 0; k < i; k++) {
        slopes.add((places.get(i) - places.get(k)) / (times.get(i) - times.get(k)));
      }
    }
    slopes.sort(Comparator.naturalOrder());
    int astray = (int) (ASTRAY * slopes.size());
    double least = slopes.get(astray);
    double most = slopes.get(slopes.size() - 1 - astray);
    if (!onScreen && least * most <= 0) {
      return 0;
    }
    return slopes.get(slopes.size() / 2) * (spots.size() - 1);
  }

  private Patch largest(Patch spot) {
    return Patch.of(spot.pixels(), motion.width(), motion.height()).stream()
        .max(Comparator.comparingInt(Patch::area))
        .orElse(spot);
  }

  private double onScreen(Patch patch, int frame) {
    int at = ((int) patch.y()) * motion.width() + (int) patch.x();
    return ways.get(frame)[2 * at];
  }
}
