package moviegen.world;

/** Large square pixels of few colors, the subject outlined. */
final class PixelArt implements Style {
  private static final int STEP = 36;
  private static final int OUTLINE = 0x1d1a2b;

  private final int columns;
  private final int rows;
  private final int[] tileOf;
  private final int[] colors;
  private final Tiles tiles;

  PixelArt(Shot shot) {
    int block = Math.max(2, (int) Math.round(shot.unit() / 42));
    columns = (shot.width() + block - 1) / block;
    rows = (shot.height() + block - 1) / block;
    tileOf = new int[shot.width() * shot.height()];
    for (int i = 0; i < tileOf.length; i++) {
      tileOf[i] = i / shot.width() / block * columns + i % shot.width() / block;
    }
    colors = new int[columns * rows];
    tiles = new Tiles(tileOf, colors.length);
  }

  @Override
  public void apply(Canvas frame, Cast cast) {
    tiles.read(frame, cast, colors);
    for (int i = 0; i < tileOf.length; i++) {
      if (cast.letters[i]) {
        continue;
      }
      int tile = tileOf[i];
      int color = colors[tile];
      boolean outline = color >>> 24 == 0 && touches(tile);
      frame.pixels[i] = 0xff000000 | (outline ? OUTLINE : few(color));
    }
  }

  private boolean touches(int tile) {
    int x = tile % columns;
    int y = tile / columns;
    return x > 0 && filled(tile - 1)
        || x < columns - 1 && filled(tile + 1)
        || y > 0 && filled(tile - columns)
        || y < rows - 1 && filled(tile + columns);
  }

  private boolean filled(int tile) {
    return colors[tile] >>> 24 == 255;
  }

  private static int few(int rgb) {
    int gray = Rgb.luma(rgb);
    return level(Rgb.red(rgb), gray) << 16
        | level(Rgb.green(rgb), gray) << 8
        | level(Rgb.blue(rgb), gray);
  }

  private static int level(int value, int gray) {
    int vivid = value + (value - gray) / 5;
    int steps = (vivid + STEP / 2) / STEP;
    return Math.min(255, Math.max(0, steps * STEP));
  }
}
