package moviegen.world;

/**
 * What a place gives back: single echoes, and a tail of many.
 *
 * @param delays seconds after which the single echoes come
 * @param levels their levels
 * @param tail seconds in which the tail falls by 60 dB; 0 where there is none
 * @param wet level of the tail
 * @param dark up to which frequency things come back
 */
record Echo(double[] delays, double[] levels, double tail, double wet, double dark) {
  private static final double[] COMBS = {0.0297, 0.0371, 0.0411, 0.0437};
  private static final double[] NONE = {};

  static Echo of(String place) {
    return switch (place) {
      case "mountains" ->
          new Echo(
              new double[] {0.38, 0.74, 1.09}, new double[] {0.42, 0.21, 0.1}, 0.8, 0.1, 2_600);
      case "city" -> new Echo(new double[] {0.09, 0.17}, new double[] {0.3, 0.13}, 0.5, 0.1, 4_500);
      case "forest" -> new Echo(NONE, NONE, 0.45, 0.12, 3_000);
      case "space" -> new Echo(NONE, NONE, 2.6, 0.32, 6_000);
      default -> new Echo(NONE, NONE, 0, 0, 6_000);
    };
  }

  /** Whether anything comes back at all. */
  boolean silent() {
    return delays.length == 0 && tail == 0;
  }

  /** A sound with what comes back of it. */
  float[] apply(float[] dry) {
    if (silent()) {
      return dry;
    }
    float[] back = Filter.low(dark).run(dry.clone());
    var out = new Tape(dry.clone());
    for (int i = 0; i < delays.length; i++) {
      out.add(back, Tape.samples(delays[i]), levels[i]);
    }
    if (tail > 0) {
      out.add(diffused(back), 0, wet);
    }
    return out.values();
  }

  /** Four combs side by side and two all-passes after them, as Schroeder built a room. */
  private float[] diffused(float[] back) {
    var sum = new float[back.length];
    for (double comb : COMBS) {
      int delay = Tape.samples(comb);
      double keep = Math.pow(10, -3 * comb / tail);
      var line = new float[delay];
      double damped = 0;
      for (int i = 0; i < back.length; i++) {
        float heard = line[i % delay];
        damped += 0.7 * (heard - damped);
        line[i % delay] = (float) (back[i] + keep * damped);
        sum[i] += heard;
      }
    }
    return allPass(allPass(sum, 0.005), 0.0017);
  }

  private static float[] allPass(float[] values, double seconds) {
    int delay = Tape.samples(seconds);
    var line = new float[delay];
    for (int i = 0; i < values.length; i++) {
      float heard = line[i % delay];
      float in = values[i] + 0.7f * heard;
      line[i % delay] = in;
      values[i] = heard - 0.7f * in;
    }
    return values;
  }
}
