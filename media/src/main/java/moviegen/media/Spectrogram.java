package moviegen.media;

import java.util.List;

/**
 * Sound as a picture: time to the right, pitch upward by octaves from 40 Hz to 20 kHz, loudness as
 * brightness over 80 dB.
 */
public final class Spectrogram {
  private static final int WINDOW = 2048;
  private static final double LOWEST = 40;
  private static final double HIGHEST = 20_000;
  private static final double RANGE = 80;
  private static final int[] COLORS = {0x0b0a1e, 0x3b1a63, 0x97306b, 0xe3704b, 0xf7c566, 0xfdf6d8};
  private static final int MARK = 0x7fe0ff;

  private Spectrogram() {}

  /**
   * Draws a sound.
   *
   * @param marks instants in seconds, drawn as ticks at the upper edge
   * @return one frame, (1 h w c)
   */
  public static Frames draw(Samples sound, int width, int height, List<Double> marks) {
    var picture = Frames.black(1, height, width, 1);
    var fourier = new Fourier(WINDOW);
    double full = Math.pow(WINDOW / 8.0, 2);
    for (int x = 0; x < width; x++) {
      int center = (int) ((x + 0.5) * sound.length() / width);
      double[] power = fourier.power(sound.values(), center);
      for (int y = 0; y < height; y++) {
        double low = hertz(y + 1, height) * WINDOW / sound.rate();
        double high = hertz(y, height) * WINDOW / sound.rate();
        double level = 10 * Math.log10(loudest(power, low, high) / full + 1e-12);
        put(picture, x, y, color(1 + level / RANGE));
      }
    }
    for (double mark : marks) {
      int x = (int) Math.clamp(mark / sound.seconds() * width, 0, width - 1);
      for (int y = 0; y < height / 12; y++) {
        put(picture, x, y, MARK);
      }
    }
    return picture;
  }

  private static double hertz(double y, int height) {
    return LOWEST * Math.pow(HIGHEST / LOWEST, 1 - y / height);
  }

  private static double loudest(double[] power, double low, double high) {
    int from = Math.clamp(Math.round(low), 0, power.length - 1);
    int to = Math.clamp(Math.round(high), from, power.length - 1);
    double loudest = power[from];
    for (int i = from; i <= to; i++) {
      loudest = Math.max(loudest, power[i]);
    }
    return loudest;
  }

  private static int color(double part) {
    double at = Math.clamp(part, 0, 1) * (COLORS.length - 1);
    int from = COLORS[(int) at];
    int to = COLORS[Math.min(COLORS.length - 1, (int) at + 1)];
    double share = at - Math.floor(at);
    int color = 0;
    for (int shift = 16; shift >= 0; shift -= 8) {
      double value = (from >> shift & 255) * (1 - share) + (to >> shift & 255) * share;
      color |= (int) Math.round(value) << shift;
    }
    return color;
  }

  private static void put(Frames picture, int x, int y, int color) {
    int at = (y * picture.width() + x) * 3;
    picture.pixels().put(at, (byte) (color >> 16));
    picture.pixels().put(at + 1, (byte) (color >> 8));
    picture.pixels().put(at + 2, (byte) color);
  }
}
