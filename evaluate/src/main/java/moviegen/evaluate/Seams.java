package moviegen.evaluate;

import java.util.Arrays;
import java.util.stream.DoubleStream;
import moviegen.media.Samples;

/**
 * How much a long sound changes where its windows meet, beside how much it changes in their
 * middles: half a second before is compared with half a second after.
 *
 * @param levels changes of level in decibels
 * @param timbres mel distances of the two halves, made equally loud
 */
record Seams(double[] levels, double[] timbres) {
  private static final double SIDE = 0.5;

  /**
   * Looks at some places of a sound.
   *
   * @param places in seconds, each at least half a second from both ends
   */
  static Seams at(Samples sound, SoundDistance distance, DoubleStream places) {
    double[] times = places.toArray();
    var levels = new double[times.length];
    var timbres = new double[times.length];
    for (int i = 0; i < times.length; i++) {
      var before = piece(sound, times[i] - SIDE);
      var after = piece(sound, times[i]);
      levels[i] = Math.abs(decibels(after) - decibels(before));
      timbres[i] = distance.of(leveled(before), leveled(after));
    }
    return new Seams(levels, timbres);
  }

  private static Samples piece(Samples sound, double from) {
    int at = (int) Math.round(from * sound.rate());
    int length = (int) (SIDE * sound.rate());
    return new Samples(sound.rate(), Arrays.copyOfRange(sound.values(), at, at + length));
  }

  private static double decibels(Samples sound) {
    return 20 * Math.log10(sound.rms() + 1e-6);
  }

  private static Samples leveled(Samples sound) {
    var values = sound.values().clone();
    float gain = (float) (0.1 / (sound.rms() + 1e-6));
    for (int i = 0; i < values.length; i++) {
      values[i] *= gain;
    }
    return new Samples(sound.rate(), values);
  }
}
