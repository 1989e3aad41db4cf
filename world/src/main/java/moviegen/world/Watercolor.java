package moviegen.world;

/** Thin washes that run and dry darker at their edges, on paper left white around. */
final class Watercolor implements Style {
  private static final int PAPER = 0xfbf7ee;

  private final int width;
  private final int height;
  private final int radius;
  private final int[][] soft = new int[3][];
  private final int[] shift;
  private final int[] wash;
  private final int[] border;
  private final Edges edges;
  private final Canvas wet;

  Watercolor(Shot shot) {
    width = shot.width();
    height = shot.height();
    radius = Math.max(1, (int) Math.round(shot.unit() / 90));
    wet = new Canvas(width, height);
    edges = new Edges(shot);
    for (int c = 0; c < 3; c++) {
      soft[c] = new int[width * height];
    }
    double unit = shot.unit();
    int[] dx = Paper.noise(width, height, unit / 14, 11);
    int[] dy = Paper.noise(width, height, unit / 14, 12);
    int[] large = Paper.noise(width, height, unit / 6, 13);
    int[] small = Paper.noise(width, height, Math.max(2, unit / 50), 14);
    shift = new int[width * height];
    wash = new int[width * height];
    border = new int[width * height];
    for (int i = 0; i < shift.length; i++) {
      int x = i % width;
      int y = i / width;
      int u = Math.clamp(x + Math.round(dx[i] * unit / 128 * 0.014), 0, width - 1);
      int v = Math.clamp(y + Math.round(dy[i] * unit / 128 * 0.014), 0, height - 1);
      shift[i] = v * width + u;
      wash[i] = 256 + large[i] / 7 + small[i] / 9;
      double rim = Math.min(Math.min(x, width - 1 - x), Math.min(y, height - 1 - y)) / unit;
      border[i] =
          (int) Math.clamp(256 * (1 - (rim - 0.012 + large[i] * 0.00012) / 0.03), 0.0, 256.0);
    }
  }

  @Override
  public void apply(Canvas frame, Cast cast) {
    for (int i = 0; i < shift.length; i++) {
      int rgb = frame.pixels[shift[i]];
      soft[0][i] = Rgb.red(rgb);
      soft[1][i] = Rgb.green(rgb);
      soft[2][i] = Rgb.blue(rgb);
    }
    for (int c = 0; c < 3; c++) {
      Blur.box(soft[c], width, height, radius);
    }
    edges.read(frame.pixels);
    for (int i = 0; i < shift.length; i++) {
      int rgb = soft[0][i] << 16 | soft[1][i] << 8 | soft[2][i];
      int alpha = cast.alpha[shift[i]];
      int mine = frame.pixels[shift[i]];
      int pale = Ramp.mix(Ramp.mix(vivid(rgb), PAPER, 46), mine, alpha * 210 >> 8);
      int wetness = wash[i] - Math.min(56, edges.steep[shift[i]] / 3);
      int color = scaled(pale, alpha > 127 ? 256 + (wetness - 256) / 2 : wetness);
      wet.pixels[i] = 0xff000000 | Ramp.mix(color, PAPER, border[i]);
    }
    System.arraycopy(wet.pixels, 0, frame.pixels, 0, wet.pixels.length);
  }

  private static int vivid(int rgb) {
    int gray = Rgb.luma(rgb);
    return Math.clamp(Rgb.red(rgb) + (Rgb.red(rgb) - gray) / 2, 0, 255) << 16
        | Math.clamp(Rgb.green(rgb) + (Rgb.green(rgb) - gray) / 2, 0, 255) << 8
        | Math.clamp(Rgb.blue(rgb) + (Rgb.blue(rgb) - gray) / 2, 0, 255);
  }

  private static int scaled(int rgb, int by) {
    return Math.min(255, Rgb.red(rgb) * by >> 8) << 16
        | Math.min(255, Rgb.green(rgb) * by >> 8) << 8
        | Math.min(255, Rgb.blue(rgb) * by >> 8);
  }
}
