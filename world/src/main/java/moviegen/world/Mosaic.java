package moviegen.world;

import java.util.SplittableRandom;

/** Small stones set in mortar, the subject's cut along its outline. */
final class Mosaic implements Style {
  private static final int MORTAR = 0x5e554d;
  private static final int STONE = 0xc9b592;

  private final int[] tileOf;
  private final int[] joint;
  private final int[] glaze;
  private final int[] ground;
  private final int[] mine;
  private final Tiles tiles;

  Mosaic(Shot shot) {
    int width = shot.width();
    double side = Math.max(3.2, shot.unit() / 30);
    int columns = (int) (width / side) + 3;
    int rows = (int) (shot.height() / side) + 3;
    var random = new SplittableRandom(29);
    double[] xs = new double[columns * rows];
    double[] ys = new double[xs.length];
    glaze = new int[xs.length];
    for (int i = 0; i < xs.length; i++) {
      int row = i / columns;
      double shifted = row % 2 * 0.5;
      xs[i] = (i % columns - 0.5 + shifted - 0.5 + 0.3 * random.nextDouble()) * side;
      ys[i] = (row - 0.5 + 0.3 * random.nextDouble()) * side;
      glaze[i] = 222 + random.nextInt(76);
    }
    tileOf = new int[width * shot.height()];
    joint = new int[tileOf.length];
    for (int i = 0; i < tileOf.length; i++) {
      double x = i % width + 0.5;
      int line = i / width;
      double y = line + 0.5;
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
      joint[i] = (int) Math.clamp(300 * (1 - (second - first) / (side * 0.24)), 0.0, 165.0);
    }
    ground = new int[xs.length];
    mine = new int[xs.length];
    tiles = new Tiles(tileOf, xs.length);
  }

  @Override
  public void apply(Canvas frame, Cast cast) {
    tiles.read(frame, cast, ground, mine);
    for (int tile = 0; tile < ground.length; tile++) {
      ground[tile] = glazed(Ramp.mix(ground[tile], STONE, 34), glaze[tile], 1);
      mine[tile] = glazed(mine[tile], 128 + glaze[tile] / 2, 2);
    }
    for (int i = 0; i < tileOf.length; i++) {
      if (cast.letters[i]) {
        continue;
      }
      boolean own = cast.alpha[i] > 127;
      int rgb = (own ? mine : ground)[tileOf[i]];
      frame.pixels[i] = 0xff000000 | Ramp.mix(rgb, MORTAR, own ? joint[i] / 2 : joint[i]);
    }
  }

  /** A stone's color, a little brighter or darker than its neighbors' and less gray. */
  private static int glazed(int rgb, int by, int vivid) {
    int gray = Rgb.luma(rgb);
    return channel(Rgb.red(rgb), gray, by, vivid) << 16
        | channel(Rgb.green(rgb), gray, by, vivid) << 8
        | channel(Rgb.blue(rgb), gray, by, vivid);
  }

  private static int channel(int value, int gray, int by, int vivid) {
    return Math.clamp((long) (value + vivid * (value - gray) / 5) * by >> 8, 0, 255);
  }
}
