package moviegen.media;

/** Sounds to test with. */
final class Tones {
  private Tones() {}

  static Samples tone(double hertz, int length, int rate) {
    var values = new float[length];
    for (int i = 0; i < length; i++) {
      values[i] = (float) (0.5 * Math.sin(2 * Math.PI * hertz * i / rate));
    }
    return new Samples(rate, values);
  }

  /** A click at each of these samples. */
  static Samples clicks(int length, int... at) {
    var values = new float[length];
    for (int click : at) {
      values[click] = 0.9f;
    }
    return new Samples(Samples.RATE, values);
  }

  /** Signal to noise in decibels. */
  static double ratio(Samples truth, Samples heard) {
    double signal = 0;
    double noise = 0;
    for (int i = 0; i < truth.length(); i++) {
      double difference = truth.values()[i] - heard.values()[i];
      signal += truth.values()[i] * (double) truth.values()[i];
      noise += difference * difference;
    }
    return 10 * Math.log10(signal / Math.max(1e-20, noise));
  }
}
