package moviegen.world;

import moviegen.media.Fourier;

/** What tests hear in a sound. */
final class Hearing {
  private static final int WINDOW = 16_384;

  private Hearing() {}

  /** The pitch whose period repeats best between two frequencies. */
  static double pitch(float[] sound, double lowest, double highest) {
    int from = (int) (Tape.RATE / highest);
    int to = (int) (Tape.RATE / lowest);
    double best = 0;
    double bestLag = from;
    double[] likeness = new double[to + 2];
    for (int lag = from - 1; lag <= to + 1; lag++) {
      double sum = 0;
      double left = 0;
      double right = 0;
      for (int i = 0; i + lag < sound.length; i++) {
        sum += sound[i] * (double) sound[i + lag];
        left += sound[i] * (double) sound[i];
        right += sound[i + lag] * (double) sound[i + lag];
      }
      likeness[lag] = sum / Math.sqrt(left * right + 1e-20);
    }
    for (int lag = from; lag <= to; lag++) {
      boolean peak = likeness[lag] >= likeness[lag - 1] && likeness[lag] >= likeness[lag + 1];
      if (peak && likeness[lag] > best + 0.02) {
        best = likeness[lag];
        bestLag = lag;
      }
    }
    return Tape.RATE / bestLag;
  }

  /** The share of the energy from 100 to 1,500 Hz that falls on these half steps above C. */
  static double onScale(float[] sound, int[] scale) {
    var fourier = new Fourier(WINDOW);
    double on = 0;
    double all = 0;
    for (int at = WINDOW / 2; at < sound.length; at += WINDOW / 2) {
      double[] power = fourier.power(sound, at);
      for (int k = 1; k < power.length; k++) {
        double hertz = (double) k * Tape.RATE / WINDOW;
        if (hertz > 100 && hertz < 1_500) {
          int step =
              Math.floorMod((int) Math.round(12 * Math.log(hertz / 440) / Math.log(2)) + 9, 12);
          all += power[k];
          for (int note : scale) {
            on += Math.floorMod(note, 12) == step ? power[k] : 0;
          }
        }
      }
    }
    return on / all;
  }

  static double energy(float[] sound, double from, double to) {
    double sum = 0;
    for (int i = Tape.samples(from); i < Math.min(sound.length, Tape.samples(to)); i++) {
      sum += sound[i] * (double) sound[i];
    }
    return sum;
  }

  /** Seconds after which a sound stays below a share of its peak. */
  static double over(float[] sound, double share) {
    float peak = 0;
    for (float value : sound) {
      peak = Math.max(peak, Math.abs(value));
    }
    int last = sound.length - 1;
    while (last > 0 && Math.abs(sound[last]) < share * peak) {
      last--;
    }
    return last / (double) Tape.RATE;
  }
}
