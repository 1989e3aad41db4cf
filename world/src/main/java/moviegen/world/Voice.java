package moviegen.world;

import java.util.SplittableRandom;

/** Sounds with a pitch of their own: of animals, machines and bells. */
final class Voice {
  private Voice() {}

  /** A pitch at a part of a sound's length, 0 to 1. */
  private interface Pitch {
    double at(double part);
  }

  /** A tone whose pitch moves: harmonics of these levels, rising and falling softly. */
  private static float[] gliding(double seconds, Pitch pitch, double... levels) {
    var sound = new float[Tape.samples(seconds)];
    double phase = 0;
    for (int i = 0; i < sound.length; i++) {
      double part = i / (double) sound.length;
      phase += 2 * Math.PI * pitch.at(part) / Tape.RATE;
      double value = 0;
      for (int k = 0; k < levels.length; k++) {
        value += levels[k] * Math.sin((k + 1) * phase);
      }
      double rise = Math.min(1, Math.min(part / 0.06, (1 - part) / 0.25));
      sound[i] = (float) (value * rise);
    }
    return Tape.normalized(sound, 1);
  }

  /** Two to four notes of a bird. */
  static float[] chirp(double size, long seed) {
    var random = new SplittableRandom(seed);
    double base = (2600 + 1600 * random.nextDouble()) / Math.sqrt(size);
    int notes = random.nextInt(2, 5);
    var sound = new float[Tape.samples(0.13 * notes)];
    var tape = new Tape(sound);
    for (int i = 0; i < notes; i++) {
      double from = base * (0.85 + 0.4 * random.nextDouble());
      double to = base * (0.85 + 0.4 * random.nextDouble());
      var note =
          gliding(
              0.06 + 0.05 * random.nextDouble(),
              part -> from + (to - from) * part + 0.08 * from * Math.sin(Math.PI * part),
              1,
              0.15);
      tape.add(note, Tape.samples(0.13 * i), i == 0 ? 1 : 0.7);
    }
    return sound;
  }

  static float[] bark(double size, long seed) {
    var random = new SplittableRandom(seed);
    double base = (330 + 60 * random.nextDouble()) / Math.sqrt(size);
    var tone =
        gliding(
            0.16,
            part -> base * (1 + 0.5 * Math.sin(Math.PI * Math.min(1, 1.4 * part)) - 0.3 * part),
            1,
            0.8,
            0.7,
            0.5,
            0.4,
            0.3,
            0.2);
    new Tape(tone).add(Burst.falling(seed, 0.12, 1400 / Math.sqrt(size), 700, 1.2), 0, 0.7);
    return Filter.band(900 / Math.sqrt(size), 0.7).run(tone);
  }

  static float[] meow(double size, long seed) {
    var random = new SplittableRandom(seed);
    double base = (520 + 120 * random.nextDouble()) / Math.sqrt(size);
    var tone =
        gliding(
            0.45 + 0.2 * random.nextDouble(),
            part -> base * (0.85 + 0.45 * Math.sin(Math.PI * Math.pow(part, 0.7))),
            1,
            0.9,
            0.8,
            0.6,
            0.45,
            0.3);
    return Filter.band(1500 / Math.sqrt(size), 0.6).run(tone);
  }

  /** Two or three notes of a machine. */
  static float[] beep(double size, long seed) {
    var random = new SplittableRandom(seed);
    int notes = random.nextInt(2, 4);
    var sound = new float[Tape.samples(0.12 * notes)];
    for (int i = 0; i < notes; i++) {
      double pitch = 700 / Math.sqrt(size) * Math.pow(2, random.nextInt(0, 13) / 12.0);
      var note = gliding(0.09, _ -> pitch, 1, 0, 0.33, 0, 0.2);
      new Tape(sound).add(note, Tape.samples(0.12 * i), 1);
    }
    return sound;
  }

  /** A bell: partials of a minor third, a fifth and an octave over its hum. */
  static float[] bell(double hertz, double seconds) {
    var sound = new float[Tape.samples(seconds)];
    double[] ratios = {0.5, 1, 1.2, 1.5, 2, 2.67, 4.1};
    double[] levels = {0.5, 1, 0.5, 0.35, 0.6, 0.2, 0.15};
    for (int k = 0; k < ratios.length; k++) {
      Strike.partial(sound, hertz * ratios[k], levels[k], 1.3 * seconds / Math.sqrt(ratios[k] + 1));
    }
    return Tape.normalized(sound, 1);
  }

  /** A run of small bells, upward. */
  static float[] sparkle(long seed) {
    var random = new SplittableRandom(seed);
    var sound = new float[Tape.samples(0.7)];
    double base = 1800 + 600 * random.nextDouble();
    for (int i = 0; i < 5; i++) {
      double hertz = base * Math.pow(2, new int[] {0, 4, 7, 12, 16}[i] / 12.0);
      new Tape(sound).add(bell(hertz, 0.35), Tape.samples(0.055 * i), 1 - 0.12 * i);
    }
    return Tape.normalized(sound, 1);
  }

  static float[] squeak(double size, long seed) {
    var random = new SplittableRandom(seed);
    double base = (900 + 500 * random.nextDouble()) / Math.sqrt(size);
    return gliding(
        0.18, part -> base * (1 + 0.35 * part + 0.03 * Math.sin(60 * part)), 1, 0.5, 0.3, 0.2);
  }

  static float[] thunder(long seed) {
    var sound = Burst.falling(seed, 2.2, 160, 60, 0.5);
    for (int i = 0; i < 5; i++) {
      var roll = Burst.passing(seed + 7 + i, 0.7, 140, 70, 0.6);
      new Tape(sound).add(roll, Tape.samples(0.15 + 0.3 * i), 0.8 - 0.12 * i);
    }
    return Tape.normalized(sound, 1);
  }
}
