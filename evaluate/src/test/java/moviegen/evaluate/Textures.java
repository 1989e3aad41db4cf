package moviegen.evaluate;

import java.util.SplittableRandom;
import java.util.function.BiFunction;
import moviegen.media.Frames;

/** Films of a smooth texture without end, looked at from anywhere. */
final class Textures {
  static final int SIDE = 128;
  static final int FRAMES = 32;
  private static final int GRID = 64;
  private static final double CELL = 7;
  private static final int[] NOISE = new SplittableRandom(5).ints(GRID * GRID, 40, 216).toArray();

  /** Where a pixel's point, from the center, lies on the texture at a frame. */
  @FunctionalInterface
  interface Look {
    double[] at(int frame, double x, double y);
  }

  private Textures() {}

  static Frames film(Look look) {
    return film(look, (_, _) -> -1);
  }

  /**
   * @param cover per frame and pixel (x, y) a color over the texture, 0xRRGGBB, or -1
   */
  static Frames film(Look look, BiFunction<Integer, int[], Integer> cover) {
    var film = Frames.black(FRAMES, SIDE, SIDE, 16);
    for (int t = 0; t < FRAMES; t++) {
      var frame = film.frame(t);
      for (int i = 0; i < SIDE * SIDE; i++) {
        int x = i % SIDE;
        int y = i / SIDE;
        double[] point = look.at(t, x + 0.5 - SIDE / 2.0, y + 0.5 - SIDE / 2.0);
        int gray = value(point[0] / CELL, point[1] / CELL);
        int over = cover.apply(t, new int[] {x, y});
        int rgb = over >= 0 ? over : gray << 16 | gray << 8 | gray;
        frame.put(3 * i, (byte) (rgb >> 16));
        frame.put(3 * i + 1, (byte) (rgb >> 8));
        frame.put(3 * i + 2, (byte) rgb);
      }
    }
    return film;
  }

  private static int value(double x, double y) {
    int column = (int) Math.floor(x);
    int row = (int) Math.floor(y);
    double u = x - column;
    double v = y - row;
    double upper = noise(column, row) * (1 - u) + noise(column + 1, row) * u;
    double lower = noise(column, row + 1) * (1 - u) + noise(column + 1, row + 1) * u;
    return (int) Math.round(upper * (1 - v) + lower * v);
  }

  private static int noise(int column, int row) {
    return NOISE[Math.floorMod(row, GRID) * GRID + Math.floorMod(column, GRID)];
  }
}
