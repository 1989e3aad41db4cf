package moviegen.dataset;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import moviegen.media.Frames;
import moviegen.world.Mask;
import moviegen.world.Renderer;
import moviegen.world.Scene;
import moviegen.world.Shot;

/**
 * Scenes picked for fine-tuning (paper §3.2: a small set, picked by hand for quality and balanced
 * by concept). A film is good when its subject is seen all the time, stands out from what is around
 * it and is not still where it should move; of several good ones the one with the rarest words is
 * taken.
 */
final class Picks {
  private static final int MOMENTS = 4;
  private static final int SIDE = 64;
  private static final int CHOICE = 3;
  private static final int TRIES = 400;
  private static final double LEAST_SHARE = 0.012;
  private static final double MOST_SHARE = 0.4;
  private static final double LEAST_CONTRAST = 45;
  private static final double MOST_OVERLAP = 0.9;

  private Picks() {}

  /** Seeds for {@code Scene.training}, whose films of {@code shot} are good. */
  static long[] seeds(SplittableRandom random, int count, Shot shot) {
    var seen = new HashMap<String, Integer>();
    var picked = new long[count];
    for (int i = 0; i < count; i++) {
      picked[i] = pick(random, shot, seen);
      values(picked[i]).forEach(value -> seen.merge(value, 1, Integer::sum));
    }
    return picked;
  }

  private static long pick(SplittableRandom random, Shot shot, Map<String, Integer> seen) {
    var good = new ArrayList<Long>();
    for (int i = 0; i < TRIES && good.size() < CHOICE; i++) {
      long seed = random.nextLong();
      if (isGood(Scene.training(seed), shot)) {
        good.add(seed);
      }
    }
    return good.stream()
        .min(Comparator.comparingDouble(seed -> familiarity(seed, seen)))
        .orElseGet(random::nextLong);
  }

  private static List<String> values(long seed) {
    return Scene.training(seed).truth().entrySet().stream()
        .filter(entry -> !entry.getKey().equals("sign"))
        .map(entry -> entry.getKey() + " " + entry.getValue())
        .toList();
  }

  /** The mean logarithm of how often its values were picked before. */
  private static double familiarity(long seed, Map<String, Integer> seen) {
    return values(seed).stream()
        .mapToDouble(value -> Math.log(1.0 + seen.getOrDefault(value, 0)))
        .average()
        .orElse(0);
  }

  static boolean isGood(Scene scene, Shot shot) {
    int moments = Math.min(MOMENTS, shot.frames());
    double longer = (double) Math.max(shot.width(), shot.height()) / SIDE;
    var look =
        new Shot(
            (int) (shot.width() / longer),
            (int) (shot.height() / longer),
            moments,
            moments / shot.seconds());
    var masks = Renderer.masks(scene, look);
    for (var mask : masks) {
      double share = (double) mask.area() / (mask.width() * mask.height());
      if (share < LEAST_SHARE || share > MOST_SHARE) {
        return false;
      }
    }
    boolean moves =
        moments == 1 || scene.action().equals("stands") || leastOverlap(masks) < MOST_OVERLAP;
    return moves
        && contrast(Renderer.still(scene, look, 0), masks.getFirst()) > LEAST_CONTRAST;
  }

  /** The least share that two moments in a row have in common. */
  private static double leastOverlap(List<Mask> masks) {
    double least = 1;
    for (int i = 1; i < masks.size(); i++) {
      var both = (BitSet) masks.get(i - 1).bits().clone();
      both.and(masks.get(i).bits());
      var either = (BitSet) masks.get(i - 1).bits().clone();
      either.or(masks.get(i).bits());
      least = Math.min(least, (double) both.cardinality() / either.cardinality());
    }
    return least;
  }

  /** How far the subject's mean color is from that of all else, of 441. */
  private static double contrast(Frames frame, Mask mask) {
    var sums = new double[2][3];
    var counts = new int[2];
    for (int i = 0; i < frame.width() * frame.height(); i++) {
      int where = mask.bits().get(i) ? 1 : 0;
      counts[where]++;
      for (int c = 0; c < 3; c++) {
        sums[where][c] += Byte.toUnsignedInt(frame.pixels().get(3 * i + c));
      }
    }
    double square = 0;
    for (int c = 0; c < 3; c++) {
      square +=
          Math.pow(sums[0][c] / Math.max(1, counts[0]) - sums[1][c] / Math.max(1, counts[1]), 2);
    }
    return Math.sqrt(square);
  }
}
