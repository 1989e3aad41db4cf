package moviegen.audio;

/** Triangular bands, equally wide on the mel scale and never narrower than a bin. */
final class MelBands {
  private MelBands() {}

  /** How many bands a window is worth: 320 at 2,048 samples, as the public codec's losses have. */
  static int count(int window) {
    return window * 5 / 32;
  }

  /** The weight of each bin in each band, rows of which sum to one (bands, bins). */
  static float[] of(int window, double sampleRate) {
    int bins = window / 2 + 1;
    int count = count(window);
    double top = mel(sampleRate / 2);
    float[] rows = new float[count * bins];
    for (int band = 0; band < count; band++) {
      double low = bin(top * band / (count + 1), window, sampleRate);
      double center = bin(top * (band + 1) / (count + 1), window, sampleRate);
      double high = bin(top * (band + 2) / (count + 1), window, sampleRate);
      fill(rows, band * bins, bins, center, Math.max(1, center - low), Math.max(1, high - center));
    }
    return rows;
  }

  private static void fill(
      float[] rows, int at, int bins, double center, double below, double above) {
    double sum = 0;
    for (int k = 0; k < bins; k++) {
      sum += weight(k - center, below, above);
    }
    for (int k = 0; k < bins; k++) {
      rows[at + k] = (float) (weight(k - center, below, above) / sum);
    }
  }

  private static double weight(double distance, double below, double above) {
    return Math.max(0, 1 - Math.abs(distance) / (distance < 0 ? below : above));
  }

  private static double mel(double frequency) {
    return 2595 * Math.log10(1 + frequency / 700);
  }

  /** The bin, in parts of one, in which a mel lies. */
  private static double bin(double mel, int window, double sampleRate) {
    return 700 * (Math.pow(10, mel / 2595) - 1) * window / sampleRate;
  }
}
