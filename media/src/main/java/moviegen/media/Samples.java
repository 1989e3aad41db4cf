package moviegen.media;

import java.util.Arrays;

/**
 * Sound of one channel.
 *
 * @param rate samples a second, 8,000 to 192,000
 * @param values the samples, −1 to 1 where nothing clips
 */
public record Samples(int rate, float[] values) implements SoundSource {
  /** The rate of everything that this program makes. */
  public static final int RATE = 48_000;

  public Samples {
    if (rate < 8_000 || rate > 192_000) {
      throw new IllegalArgumentException(
          "Sound has 8,000 to 192,000 samples a second, got %,d.".formatted(rate));
    }
  }

  @Override
  public int length() {
    return values.length;
  }

  @Override
  public void read(int from, float[] into) {
    int count = Math.clamp((long) values.length - from, 0, into.length);
    System.arraycopy(values, Math.min(from, values.length), into, 0, count);
    Arrays.fill(into, count, into.length, 0);
  }

  public double seconds() {
    return values.length / (double) rate;
  }

  /** The same sound in exactly so many samples: cut, or silent at its end. */
  @Override
  public Samples fitted(int length) {
    return length == values.length ? this : new Samples(rate, Arrays.copyOf(values, length));
  }

  /** The largest magnitude of a sample. */
  public double peak() {
    double peak = 0;
    for (float value : values) {
      peak = Math.max(peak, Math.abs(value));
    }
    return peak;
  }

  /** The root of the mean square of all samples. */
  public double rms() {
    double sum = 0;
    for (float value : values) {
      sum += value * (double) value;
    }
    return Math.sqrt(sum / Math.max(1, values.length));
  }
}
