package moviegen.world;

/** A filter of second order over samples at 48 kHz. */
final class Filter {
  /** What a filter lets through. */
  enum Kind {
    LOW,
    HIGH,
    BAND
  }

  /*
   * The bilinear transform of the analog low-pass, high-pass and band-pass (peak of one) of second
   * order, in transposed direct form.
   */
  private final Kind kind;
  private final double q;
  private double b0;
  private double b1;
  private double b2;
  private double a1;
  private double a2;
  private double z1;
  private double z2;

  private Filter(Kind kind, double hertz, double q) {
    this.kind = kind;
    this.q = q;
    tune(hertz);
  }

  static Filter low(double hertz) {
    return new Filter(Kind.LOW, hertz, Math.sqrt(0.5));
  }

  static Filter high(double hertz) {
    return new Filter(Kind.HIGH, hertz, Math.sqrt(0.5));
  }

  static Filter band(double hertz, double q) {
    return new Filter(Kind.BAND, hertz, q);
  }

  /** Moves the filter's frequency. */
  void tune(double hertz) {
    double w = 2 * Math.PI * Math.clamp(hertz, 10, 0.45 * Tape.RATE) / Tape.RATE;
    double cos = Math.cos(w);
    double alpha = Math.sin(w) / (2 * q);
    double a0 = 1 + alpha;
    a1 = -2 * cos / a0;
    a2 = (1 - alpha) / a0;
    switch (kind) {
      case LOW -> {
        b0 = (1 - cos) / 2 / a0;
        b1 = 2 * b0;
        b2 = b0;
      }
      case HIGH -> {
        b0 = (1 + cos) / 2 / a0;
        b1 = -2 * b0;
        b2 = b0;
      }
      case BAND -> {
        b0 = alpha / a0;
        b1 = 0;
        b2 = -b0;
      }
    }
  }

  double next(double x) {
    double y = b0 * x + z1;
    z1 = b1 * x - a1 * y + z2;
    z2 = b2 * x - a2 * y;
    return y;
  }

  /** Filters samples where they stand. */
  float[] run(float[] values) {
    for (int i = 0; i < values.length; i++) {
      values[i] = (float) next(values[i]);
    }
    return values;
  }
}
