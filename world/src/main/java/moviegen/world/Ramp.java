package moviegen.world;

/** Colors for the brightnesses 0 to 255, evenly between a few. */
final class Ramp {
  private final int[] colors = new int[256];

  Ramp(int... stops) {
    for (int i = 0; i < 256; i++) {
      double at = i / 255.0 * (stops.length - 1);
      int left = Math.min((int) at, stops.length - 2);
      colors[i] = Rgb.mix(stops[left], stops[left + 1], at - left);
    }
  }

  int at(int luma) {
    return colors[luma];
  }

  /** A share, f of 256, of b in a; no alpha. */
  static int mix(int a, int b, int f) {
    return Canvas.blend(a & 0xffffff, b & 0xffffff, f);
  }

  /** Two lights together. */
  static int add(int a, int b, int f) {
    int red = Math.min(255, (a >> 16 & 255) + ((b >> 16 & 255) * f >> 8));
    int green = Math.min(255, (a >> 8 & 255) + ((b >> 8 & 255) * f >> 8));
    int blue = Math.min(255, (a & 255) + ((b & 255) * f >> 8));
    return red << 16 | green << 8 | blue;
  }
}
