package moviegen.evaluate;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import moviegen.media.Fourier;
import moviegen.media.Samples;

/** Where in a sound something begins, found by how much louder its frequencies become. */
final class Onsets {
  /*
   * Every HOP samples the levels of bands of a third of an octave are compared with those a little
   * earlier; the sum of all rises is the novelty. An onset is a peak of it that stands out from the
   * half second around and from the largest of all.
   */
  private static final int WINDOW = 512;
  private static final int HOP = 120;
  private static final int BEFORE = 6;
  private static final double LOWEST = 90;
  private static final int BANDS = 23;
  private static final double QUIET = 1e-7;

  /** Half the length of what a peak is compared with, in hops. */
  private static final int AROUND = 100;

  /** Two onsets are at least this many hops apart: 60 ms. */
  private static final int APART = 24;

  private static final double STANDS_OUT = 5;
  private static final double SHARE = 0.4;
  private static final double LEAST = 20;

  private final double rate;
  private final double[] novelty;

  private Onsets(double rate, double[] novelty) {
    this.rate = rate;
    this.novelty = novelty;
  }

  static Onsets of(Samples sound) {
    var fourier = new Fourier(WINDOW);
    int count = sound.length() / HOP;
    var levels = new double[count][];
    double loudest = 0;
    for (int i = 0; i < count; i++) {
      levels[i] = bands(fourier.power(sound.values(), i * HOP), sound.rate());
      for (double level : levels[i]) {
        loudest = Math.max(loudest, level);
      }
    }
    double floor = Math.max(1e-12, QUIET * loudest);
    var novelty = new double[count];
    for (int i = BEFORE; i < count; i++) {
      for (int band = 0; band < BANDS; band++) {
        double rise = Math.log10((levels[i][band] + floor) / (levels[i - BEFORE][band] + floor));
        double weight = Math.sqrt(Math.sqrt((levels[i][band] + floor) / (loudest + floor)));
        novelty[i] += 10 * Math.max(0, rise) * weight;
      }
    }
    return new Onsets((double) sound.rate() / HOP, novelty);
  }

  private static double[] bands(double[] power, double rate) {
    var bands = new double[BANDS];
    for (int band = 0; band < BANDS; band++) {
      double low = LOWEST * Math.pow(2, band / 3.0);
      int from = (int) Math.max(1, Math.round(low * WINDOW / rate));
      int to = (int) Math.max(from + 1.0, Math.round(low * Math.pow(2, 1 / 3.0) * WINDOW / rate));
      for (int k = from; k < Math.min(to, power.length); k++) {
        bands[band] += power[k];
      }
    }
    return bands;
  }

  /** The instants in seconds, in order. */
  List<Double> times() {
    double most = Arrays.stream(novelty).max().orElse(0);
    List<Double> times = new ArrayList<>();
    int last = -APART;
    for (int i = 1; i + 1 < novelty.length; i++) {
      boolean peak = novelty[i] >= novelty[i - 1] && novelty[i] > novelty[i + 1];
      if (!peak || novelty[i] < Math.max(LEAST, SHARE * most) || !standsOut(i)) {
        continue;
      }
      if (i - last >= APART) {
        times.add(seconds(i));
        last = i;
      }
    }
    return times;
  }

  private boolean standsOut(int at) {
    int from = Math.max(0, at - AROUND);
    int to = Math.min(novelty.length, at + AROUND);
    var sorted = Arrays.copyOfRange(novelty, from, to);
    Arrays.sort(sorted);
    return novelty[at] > STANDS_OUT * sorted[sorted.length / 2]
        && novelty[at] >= largest(at - APART / 2, at + APART / 2);
  }

  private double largest(int from, int to) {
    double largest = 0;
    for (int i = Math.max(0, from); i < Math.min(novelty.length, to); i++) {
      largest = Math.max(largest, novelty[i]);
    }
    return largest;
  }

  /** A rise is seen half its span after it begins. */
  private double seconds(int index) {
    return Math.max(0, (index - BEFORE / 2.0) / rate);
  }

  /** The instant of the largest rise from one time to another, both in seconds. */
  double strongest(double from, double to) {
    int best = (int) Math.clamp(from * rate, 0, novelty.length - 1);
    for (int i = best; i < Math.min(novelty.length, to * rate); i++) {
      best = novelty[i] > novelty[best] ? i : best;
    }
    return seconds(best);
  }
}
