package moviegen.world;

import java.awt.Color;
import java.util.Locale;

/** Arithmetic on colors written 0xRRGGBB. */
final class Rgb {
  private Rgb() {}

  static int parse(String hex) {
    if (hex.length() != 7 || hex.charAt(0) != '#') {
      throw new IllegalArgumentException("a color is written #rrggbb, got \"" + hex + "\"");
    }
    return Integer.parseInt(hex.substring(1).toLowerCase(Locale.ROOT), 16);
  }

  static int of(double red, double green, double blue) {
    return clip(red) << 16 | clip(green) << 8 | clip(blue);
  }

  static int red(int rgb) {
    return rgb >> 16 & 255;
  }

  static int green(int rgb) {
    return rgb >> 8 & 255;
  }

  static int blue(int rgb) {
    return rgb & 255;
  }

  /** Brightness as the eye weighs it, 0 to 255. */
  static int luma(int rgb) {
    return (77 * red(rgb) + 150 * green(rgb) + 29 * blue(rgb)) >> 8;
  }

  /** A share of b in a. */
  static int mix(int a, int b, double share) {
    return of(
        red(a) + (red(b) - red(a)) * share,
        green(a) + (green(b) - green(a)) * share,
        blue(a) + (blue(b) - blue(a)) * share);
  }

  /** A filter of color b laid over a. */
  static int multiply(int a, int b) {
    return of(red(a) * red(b) / 255.0, green(a) * green(b) / 255.0, blue(a) * blue(b) / 255.0);
  }

  /** Hue in degrees. */
  static double hue(int rgb) {
    return 360.0 * Color.RGBtoHSB(red(rgb), green(rgb), blue(rgb), null)[0];
  }

  private static int clip(double value) {
    return Math.clamp(Math.round(value), 0, 255);
  }
}
