package moviegen.world;

/** Samples of one channel at 48 kHz to which sounds are added. */
record Tape(float[] values) {
  static final int RATE = 48_000;

  /** A silent tape. */
  static Tape blank(int length) {
    return new Tape(new float[length]);
  }

  static int samples(double seconds) {
    return (int) Math.round(seconds * RATE);
  }

  /** Adds a sound from a sample on, as far as the tape goes. */
  void add(float[] sound, int at, double gain) {
    int from = Math.max(0, -at);
    int to = Math.min(sound.length, values.length - at);
    for (int i = from; i < to; i++) {
      values[at + i] += (float) (gain * sound[i]);
    }
  }

  /** The sound, made as loud as its largest sample says. */
  static float[] normalized(float[] sound, double peak) {
    double largest = 1e-9;
    for (float value : sound) {
      largest = Math.max(largest, Math.abs(value));
    }
    float gain = (float) (peak / largest);
    for (int i = 0; i < sound.length; i++) {
      sound[i] *= gain;
    }
    return sound;
  }
}
