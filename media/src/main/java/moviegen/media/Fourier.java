package moviegen.media;

/** The discrete Fourier transform of one length, a power of two. */
public final class Fourier {
  /*
   * Radix two, decimation in time: values are put in the order of their reversed bits, then
   * combined in pairs of pairs.
   */
  private final int length;
  private final double[] cos;
  private final double[] sin;

  public Fourier(int length) {
    if (length < 2 || Integer.bitCount(length) != 1) {
      throw new IllegalArgumentException(
          "The length of a transform is a power of two, got %d.".formatted(length));
    }
    this.length = length;
    cos = new double[length / 2];
    sin = new double[length / 2];
    for (int i = 0; i < length / 2; i++) {
      cos[i] = Math.cos(2 * Math.PI * i / length);
      sin[i] = -Math.sin(2 * Math.PI * i / length);
    }
  }

  /** Transforms complex values where they stand. */
  public void transform(double[] re, double[] im) {
    int bits = Integer.numberOfTrailingZeros(length);
    for (int i = 0; i < length; i++) {
      int j = Integer.reverse(i) >>> (32 - bits);
      if (j > i) {
        swap(re, i, j);
        swap(im, i, j);
      }
    }
    for (int size = 2; size <= length; size *= 2) {
      int step = length / size;
      for (int start = 0; start < length; start += size) {
        for (int k = 0; k < size / 2; k++) {
          int a = start + k;
          int b = a + size / 2;
          double x = re[b] * cos[k * step] - im[b] * sin[k * step];
          double y = re[b] * sin[k * step] + im[b] * cos[k * step];
          re[b] = re[a] - x;
          im[b] = im[a] - y;
          re[a] += x;
          im[a] += y;
        }
      }
    }
  }

  private static void swap(double[] values, int i, int j) {
    double value = values[i];
    values[i] = values[j];
    values[j] = value;
  }

  /**
   * The power of each frequency in samples around an instant, under a Hann window; silence is
   * before the first sample and after the last.
   *
   * @param center the sample in the middle of the window
   * @return power of frequencies 0 to half the rate, {@code length / 2 + 1} of them
   */
  public double[] power(float[] values, int center) {
    var re = new double[length];
    var im = new double[length];
    for (int i = 0; i < length; i++) {
      int at = center - length / 2 + i;
      if (at >= 0 && at < values.length) {
        re[i] = values[at] * (0.5 - 0.5 * Math.cos(2 * Math.PI * i / length));
      }
    }
    transform(re, im);
    var power = new double[length / 2 + 1];
    for (int i = 0; i < power.length; i++) {
      power[i] = re[i] * re[i] + im[i] * im[i];
    }
    return power;
  }
}
