package moviegen.world;

import java.util.SplittableRandom;

/** Small stones set in mortar, the subject's cut along its outline. */
final class Mosaic implements Style {
  private static final int MORTAR = 0x6f6558;
  private static final int STONE = 0xc9b592;

  private final int[] tileOf;
  private final int[] joint;
  private final int[] glaze;
  private final int[] colors;
  private final Tiles tiles;

  Mosaic(Shot shot) {
    int width = shot.width();
    double side = Math.max(3.2, shot.unit() / 26);
    int columns = (int) (width / side) + 3;
    int rows = (int) (shot.height() / side) + 3;
    var random = new SplittableRandom(29);
    double[] xs = new double[columns * rows];
    double[] ys = new double[xs.length];
    glaze = new int[xs.length];
    for (int i = 0; i < xs.length; i++) {
      double row = i / columns;
      double shifted = row % 2 * 0.5;
      xs[i] = (i % columns - 0.5 + shifted - 0.5 + 0.3 * random.nextDouble()) * side;
      ys[i] = (row - 0.5 + 0.3 * random.nextDouble()) * side;
      glaze[i] = 236 + random.nextInt(40);
    }
    tileOf = new int[width * shot.height()];
    joint = new int[tileOf.length];
    for (int i = 0; i < tileOf.length; i++) {
      double x = i % width + 0.5;
      double y = i / width + 0.5;
      int column = (int) (x / side);
      int row = (int) (y / side);
      double first = Double.MAX_VALUE;
      double second = Double.MAX_VALUE;
      for (int v = Math.max(0, row - 1); v <= Math.min(rows - 1, row + 2); v++) {
        for (int u = Math.max(0, column - 1); u <= Math.min(columns - 1, column + 2); u++) {
          int tile = v * columns + u;
          double distance = Math.hypot(x - xs[tile], y - ys[tile]);
          if (distance < first) {
            second = first;
            first = distance;
            tileOf[i] = tile;
          } else {
            second = Math.min(second, distance);
          }
        }
      }
      joint[i] = (int) Math.clamp(230 * (1.25 - (second - first) / (side * 0.2)), 0.0, 215.0);
    }
    colors = new int[xs.length];
    tiles = new Tiles(tileOf, xs.length);
  }

  @Override
  public void apply(Canvas frame, Canvas subject) {
    tiles.read(frame, subject, colors);
    for (int tile = 0; tile < colors.length; tile++) {
      boolean own = colors[tile] >>> 24 == 255;
      int rgb = own ? colors[tile] & 0xffffff : Ramp.mix(colors[tile], STONE, 66);
      int by = glaze[tile];
      colors[tile] =
          Math.min(255, Rgb.red(rgb) * by >> 8) << 16
              | Math.min(255, Rgb.green(rgb) * by >> 8) << 8
              | Math.min(255, Rgb.blue(rgb) * by >> 8);
    }
    for (int i = 0; i < tileOf.length; i++) {
      frame.pixels[i] = 0xff000000 | Ramp.mix(colors[tileOf[i]], MORTAR, joint[i]);
    }
  }
}
