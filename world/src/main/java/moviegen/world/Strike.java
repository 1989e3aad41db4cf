package moviegen.world;

/** A struck body: partials that fall off, and the noise of the touch. */
final class Strike {
  private static final double SIXTY = Math.log(1000);
  private static final double RAMP = 0.0006 * Tape.RATE;

  private Strike() {}

  /**
   * A touch of the ground by a subject.
   *
   * @param strength 0 to 1; a harder touch is brighter
   */
  static float[] of(Material material, String size, Surface surface, double strength, long seed) {
    double ring = material.ring(size);
    var sound = new float[Tape.samples(Math.max(1.1 * ring, surface.seconds()) + 0.02)];
    double pitch = material.pitch(size);
    double bright = 0.35 + 0.65 * strength;
    double gain = 0.4 + 0.6 * surface.hardness();
    for (int k = 0; k < material.ratios().length; k++) {
      double ratio = material.ratios()[k];
      double level = gain * Math.pow(bright * surface.hardness() * 0.9, k) / (1 + 0.3 * k);
      partial(sound, pitch * ratio, level, ring / Math.sqrt(ratio));
    }
    touch(sound, 0.35 * surface.hardness() + 0.15, material.touch() * bright, seed);
    if (surface.crunch() > 0) {
      double level = 1.1 * surface.crunch();
      var ground = Burst.grains(seed + 1, surface.seconds(), 14, surface.hertz());
      new Tape(sound).add(ground, 0, level);
    }
    return sound;
  }

  /** Adds a sine that falls by 60 dB in {@code decay} seconds. */
  static void partial(float[] sound, double hertz, double level, double decay) {
    if (hertz >= 0.45 * Tape.RATE) {
      return;
    }
    double angle = 2 * Math.PI * hertz / Tape.RATE;
    double fall = Math.exp(-SIXTY / (decay * Tape.RATE));
    double turnRe = fall * Math.cos(angle);
    double turnIm = fall * Math.sin(angle);
    double re = level;
    double im = 0;
    int n = Math.min(sound.length, (int) (1.2 * decay * Tape.RATE));
    int ramp = Math.min(n, (int) RAMP);
    for (int i = 0; i < n; i++) {
      double next = re * turnRe - im * turnIm;
      im = re * turnIm + im * turnRe;
      re = next;
      sound[i] += (float) (i < ramp ? im * (i + 1) / RAMP : im);
    }
  }

  private static void touch(float[] sound, double level, double hertz, long seed) {
    var hiss = new Hiss(seed);
    var low = Filter.low(hertz);
    int n = Math.min(sound.length, Tape.samples(0.012));
    for (int i = 0; i < n; i++) {
      double fall = Math.exp(-6.0 * i / n);
      sound[i] += (float) (2 * level * fall * low.next(hiss.next()));
    }
  }
}
