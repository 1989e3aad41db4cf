package moviegen.world;

import java.util.SplittableRandom;

/** What machines do all the time, and what rolls or slides over the ground. */
final class Machinery {
  private static final int STEP = 64;

  private Machinery() {}

  /**
   * A piston engine: harmonics of its strokes, and the air it moves.
   *
   * @param hertz strokes a second
   * @param rough how much noise is in it, 0 to 1
   */
  static float[] engine(int length, double hertz, double rough, long seed) {
    var sound = new float[length];
    var wobble = Ambience.Gusts.of(seed, 1.9, 0.7, 0.31);
    var hiss = new Hiss(seed);
    var air = Filter.band(hertz * 9, 0.8);
    var muffle = Filter.low(hertz * 16);
    double phase = 0;
    double step = 0;
    for (int i = 0; i < length; i++) {
      if (i % STEP == 0) {
        double drift = 0.97 + 0.06 * wobble.at(i / (double) Tape.RATE);
        step = hertz * drift / Tape.RATE;
      }
      phase += step;
      double stroke = phase - Math.floor(phase);
      double pulse = Math.exp(-7 * stroke) - 0.14;
      double odd = ((long) Math.floor(phase) & 1) == 0 ? 1 : 0.75;
      double noise = rough * (0.4 + pulse) * air.next(hiss.next());
      sound[i] = (float) muffle.next(odd * pulse + 1.5 * noise);
    }
    return sound;
  }

  /** A jet of fire: deep noise that crackles. */
  static float[] roar(int length, double share, long seed) {
    var sound = new float[length];
    var hiss = new Hiss(seed);
    var flutter = new Hiss(seed + 1);
    var deep = Filter.low(320 / Math.sqrt(share));
    var body = Filter.band(850 / Math.sqrt(share), 0.6);
    var slow = Filter.low(24);
    double level = 0;
    for (int i = 0; i < length; i++) {
      level = slow.next(flutter.next());
      double noise = hiss.next();
      sound[i] = (float) ((1 + 14 * level) * (deep.next(noise) + 0.5 * body.next(noise)));
    }
    return sound;
  }

  /** A far hum of a fifth, beating slowly. */
  static float[] hum(int length, long seed) {
    var sound = new float[length];
    var swell = Ambience.Gusts.of(seed, 6.1, 3.7);
    double[] hertz = {55, 55.4, 82.5, 110.3};
    double level = 0;
    for (int i = 0; i < length; i++) {
      double time = i / (double) Tape.RATE;
      if (i % STEP == 0) {
        level = 0.6 + 0.4 * swell.at(time);
      }
      double value = 0;
      for (double pitch : hertz) {
        value += Math.sin(2 * Math.PI * pitch * time);
      }
      sound[i] = (float) (0.25 * level * value);
    }
    return sound;
  }

  /** A city behind the picture: a rumble, and cars that pass. */
  static float[] traffic(int length, long seed) {
    var sound = new float[length];
    var random = new SplittableRandom(seed);
    var hiss = new Hiss(seed);
    var rumble = Filter.low(170);
    var second = Filter.low(260);
    for (int i = 0; i < length; i++) {
      sound[i] = (float) (1.6 * second.next(rumble.next(hiss.next())));
    }
    var tape = new Tape(sound);
    for (int at = -random.nextInt(Tape.RATE); at < length; ) {
      double seconds = 1.6 + 1.4 * random.nextDouble();
      double hertz = 420 + 380 * random.nextDouble();
      var car = Burst.passing(random.nextLong(), seconds, hertz, 0.7 * hertz, 0.8);
      tape.add(car, at, 0.12 + 0.2 * random.nextDouble());
      at += Tape.samples(1.2 + 2.6 * random.nextDouble());
    }
    return sound;
  }

  /** A ball on the ground: low noise that comes round with each turn. */
  static float[] rolling(int length, Surface surface, double turns, long seed) {
    var sound = new float[length];
    var hiss = new Hiss(seed);
    var low = Filter.band(150 + 250 * surface.hardness(), 0.7);
    var ground = Filter.band(surface.hertz(), 1);
    double level = 0;
    for (int i = 0; i < length; i++) {
      if (i % STEP == 0) {
        level = 0.7 + 0.3 * Math.sin(2 * Math.PI * turns * i / Tape.RATE);
      }
      double noise = hiss.next();
      double crunch = surface.crunch() * ground.next(noise);
      sound[i] = (float) (level * (low.next(noise) + crunch));
    }
    return sound;
  }

  /** Something that slides: the ground, torn evenly. */
  static float[] scraping(int length, Surface surface, long seed) {
    var sound = new float[length];
    var hiss = new Hiss(seed);
    var grit = new Hiss(seed + 1);
    var band = Filter.band(0.6 * surface.hertz() + 400, 0.8);
    var slow = Filter.low(40);
    for (int i = 0; i < length; i++) {
      double tear = 1 + 9 * slow.next(grit.next());
      sound[i] = (float) (tear * band.next(hiss.next()));
    }
    return sound;
  }
}
