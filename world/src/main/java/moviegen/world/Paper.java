package moviegen.world;

import java.util.SplittableRandom;

/** The unevenness of a sheet of paper: smooth noise that is the same in every frame. */
final class Paper {
  private Paper() {}

  /** Noise of (h w) between -128 and 127 with patches of about so many pixels. */
  static int[] noise(int width, int height, double patch, long seed) {
    int columns = (int) (width / patch) + 3;
    int rows = (int) (height / patch) + 3;
    var random = new SplittableRandom(seed);
    int[] knots = random.ints((long) columns * rows, -128, 128).toArray();
    int[] noise = new int[width * height];
    for (int y = 0; y < height; y++) {
      double v = y / patch;
      int row = (int) v;
      double fv = ease(v - row);
      for (int x = 0; x < width; x++) {
        double u = x / patch;
        int column = (int) u;
        double fu = ease(u - column);
        int k = row * columns + column;
        double upper = knots[k] + (knots[k + 1] - knots[k]) * fu;
        double lower = knots[k + columns] + (knots[k + columns + 1] - knots[k + columns]) * fu;
        noise[y * width + x] = (int) (upper + (lower - upper) * fv);
      }
    }
    return noise;
  }

  private static double ease(double part) {
    return part * part * (3 - 2 * part);
  }
}
