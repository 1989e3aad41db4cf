package moviegen.world;

import java.util.SplittableRandom;

/** Short sounds made of noise. */
final class Burst {
  private static final int STEP = 64;

  private Burst() {}

  /** Noise that begins at once and falls off, around a frequency that moves. */
  static float[] falling(long seed, double seconds, double from, double to, double q) {
    return shaped(seed, seconds, from, to, q, part -> Math.exp(-6 * part));
  }

  /** Noise that comes and goes, around a frequency that moves. */
  static float[] passing(long seed, double seconds, double from, double to, double q) {
    return shaped(seed, seconds, from, to, q, part -> Math.sin(Math.PI * Math.sqrt(part)));
  }

  /** How loud a sound is at a part of its length, 0 to 1. */
  private interface Shape {
    double at(double part);
  }

  private static float[] shaped(
      long seed, double seconds, double from, double to, double q, Shape shape) {
    var sound = new float[Tape.samples(seconds)];
    var hiss = new Hiss(seed);
    var band = Filter.band(from, q);
    double level = 0;
    for (int i = 0; i < sound.length; i++) {
      if (i % STEP == 0) {
        double part = i / (double) sound.length;
        band.tune(from * Math.pow(to / from, part));
        level = shape.at(part);
      }
      sound[i] = (float) (level * band.next(hiss.next()));
    }
    return Tape.normalized(sound, 1);
  }

  /** Many small cracks of ground that gives way, the first one at once. */
  static float[] grains(long seed, double seconds, int count, double hertz) {
    var sound = new float[Tape.samples(seconds)];
    var random = new SplittableRandom(seed);
    var tape = new Tape(sound);
    for (int i = 0; i < count; i++) {
      double part = i == 0 ? 0 : random.nextDouble();
      double pitch = hertz * Math.pow(2, random.nextDouble() - 0.5);
      double level = (i == 0 ? 1 : 0.3 + 0.7 * random.nextDouble()) * (1 - 0.8 * part);
      var grain = falling(random.nextLong(), 0.012 + 0.02 * random.nextDouble(), pitch, pitch, 1.2);
      tape.add(grain, (int) (part * part * sound.length), level);
    }
    return Tape.normalized(sound, 1);
  }
}
