package moviegen.world;

import java.util.SplittableRandom;

/** What air, water and living things do all the time. */
final class Ambience {
  private static final int STEP = 64;

  private Ambience() {}

  /** Something that moves slowly between 0 and 1 and never repeats in a film. */
  record Gusts(double[] periods, double[] phases) {
    static Gusts of(long seed, double... periods) {
      var random = new SplittableRandom(seed);
      return new Gusts(periods, random.doubles(periods.length, 0, 2 * Math.PI).toArray());
    }

    double at(double seconds) {
      double sum = 0;
      for (int i = 0; i < periods.length; i++) {
        sum += Math.sin(2 * Math.PI * seconds / periods[i] + phases[i]);
      }
      return 0.5 + 0.5 * sum / periods.length;
    }
  }

  /** Air around a pitch that rises where it blows harder. */
  static float[] wind(int length, long seed) {
    var sound = new float[length];
    var gusts = Gusts.of(seed, 7.3, 3.1, 1.7);
    var hiss = new Hiss(seed);
    var body = Filter.band(300, 0.7);
    var howl = Filter.band(600, 4);
    double gust = 0;
    for (int i = 0; i < length; i++) {
      if (i % STEP == 0) {
        gust = gusts.at(i / (double) Tape.RATE);
        body.tune(180 + 260 * gust);
        howl.tune(380 + 420 * gust);
      }
      double noise = hiss.next();
      sound[i] = (float) ((0.3 + 0.7 * gust) * (body.next(noise) + 0.8 * gust * howl.next(noise)));
    }
    return sound;
  }

  /** Leaves: high noise in the wind's gusts. */
  static float[] rustle(int length, long seed) {
    var sound = new float[length];
    var gusts = Gusts.of(seed, 5.1, 2.3, 0.9, 0.37);
    var hiss = new Hiss(seed);
    var band = Filter.band(4_800, 0.6);
    double gust = 0;
    for (int i = 0; i < length; i++) {
      if (i % STEP == 0) {
        gust = Math.pow(gusts.at(i / (double) Tape.RATE), 2);
      }
      sound[i] = (float) ((0.1 + 0.9 * gust) * band.next(hiss.next()));
    }
    return sound;
  }

  /** A steady hiss, and the drops that are near. */
  static float[] rain(int length, long seed) {
    var sound = new float[length];
    var random = new SplittableRandom(seed);
    var hiss = new Hiss(seed);
    var high = Filter.high(1_800);
    var low = Filter.low(9_000);
    for (int i = 0; i < length; i++) {
      sound[i] = (float) (0.35 * low.next(high.next(hiss.next())));
    }
    var tape = new Tape(sound);
    var drops = new float[12][];
    for (int i = 0; i < drops.length; i++) {
      double hertz = 1_200 + 3_800 * random.nextDouble();
      drops[i] = Burst.falling(random.nextLong(), 0.018, hertz * 1.3, hertz, 3);
    }
    for (int at = 0; at < length; at += random.nextInt(100, 1_100)) {
      tape.add(drops[random.nextInt(drops.length)], at, 0.15 + 0.45 * random.nextDouble());
    }
    return sound;
  }

  /** Waves that come, break and run out, each brighter the nearer it is. */
  static float[] surf(int length, long seed) {
    var sound = new float[length];
    for (int wave = 0; wave < 2; wave++) {
      var random = new SplittableRandom(seed + wave);
      double period = 4.2 + 2.2 * random.nextDouble();
      double phase = random.nextDouble();
      var hiss = new Hiss(seed + 11 + wave);
      var low = Filter.low(600);
      double level = 0;
      for (int i = 0; i < length; i++) {
        if (i % STEP == 0) {
          double part = (i / (double) Tape.RATE / period + phase) % 1;
          double rise = part < 0.35 ? part / 0.35 : Math.exp(-3.2 * (part - 0.35));
          level = 0.12 + 0.88 * rise * rise;
          low.tune(350 + 3_400 * rise * rise);
        }
        sound[i] += (float) (level * low.next(hiss.next()));
      }
    }
    return sound;
  }

  /** Water at a hull: small waves and drops. */
  static float[] lapping(int length, long seed) {
    var sound = new float[length];
    var random = new SplittableRandom(seed);
    var tape = new Tape(sound);
    for (int at = 0; at < length; at += random.nextInt(9_000, 26_000)) {
      double hertz = 380 + 500 * random.nextDouble();
      var wave = Burst.passing(random.nextLong(), 0.35, hertz, hertz * 1.6, 1.4);
      tape.add(wave, at, 0.3 + 0.5 * random.nextDouble());
      var drop = new float[3_000];
      Strike.partial(drop, 2 * hertz, 0.5, 0.05);
      tape.add(drop, at + random.nextInt(9_000), 0.5 * random.nextDouble());
    }
    return sound;
  }

  /** Crickets: short pulses of a high tone, in groups. */
  static float[] crickets(int length, long seed) {
    var sound = new float[length];
    var random = new SplittableRandom(seed);
    var tape = new Tape(sound);
    for (int voice = 0; voice < 3; voice++) {
      double hertz = 3_900 + 900 * random.nextDouble();
      var pulse = new float[720];
      for (int i = 0; i < pulse.length; i++) {
        double rise = Math.sin(Math.PI * i / pulse.length);
        pulse[i] = (float) (rise * Math.sin(2 * Math.PI * hertz * i / Tape.RATE));
      }
      int period = (int) (Tape.RATE * (0.55 + 0.5 * random.nextDouble()));
      for (int at = -random.nextInt(period); at < length; at += period) {
        for (int k = 0; k < 3; k++) {
          tape.add(pulse, at + 1_300 * k, 0.5 - 0.12 * voice);
        }
      }
    }
    return sound;
  }
}
