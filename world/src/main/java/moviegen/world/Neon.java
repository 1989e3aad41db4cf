package moviegen.world;

/** A dark city light: violet shadows, glowing edges, the subject shining. */
final class Neon implements Style {
  private static final Ramp NIGHT = new Ramp(0x070416, 0x170b3a, 0x3a1466, 0x7a2090, 0xb43aa6);
  private static final int CYAN = 0x2ee6ff;
  private static final int PINK = 0xff43c8;

  private final Edges edges;
  private final int[] glow;
  private final int radius;

  Neon(Shot shot) {
    edges = new Edges(shot);
    glow = new int[shot.width() * shot.height()];
    radius = Math.max(1, (int) Math.round(shot.unit() * 0.035));
  }

  @Override
  public void apply(Canvas frame, Cast cast) {
    edges.read(frame.pixels);
    long red = 0;
    long green = 0;
    long blue = 0;
    long n = 1;
    for (int i = 0; i < glow.length; i++) {
      glow[i] = cast.alpha[i];
      if (glow[i] > 127) {
        red += frame.pixels[i] >> 16 & 255;
        green += frame.pixels[i] >> 8 & 255;
        blue += frame.pixels[i] & 255;
        n++;
      }
    }
    int own = vivid((int) (red / n) << 16 | (int) (green / n) << 8 | (int) (blue / n), 90);
    Blur.box(glow, frame.width, frame.height, radius);
    Blur.box(glow, frame.width, frame.height, radius);
    for (int i = 0; i < glow.length; i++) {
      int x = i % frame.width;
      int y = i / frame.width;
      int line =
          Ramp.mix(CYAN, PINK, Math.floorMod(256 * y / frame.height + 64 * x / frame.width, 257));
      int ground = Ramp.add(NIGHT.at(edges.luma[i]), line, Math.min(230, edges.steep[i] * 3 / 2));
      ground = Ramp.add(ground, own, Math.min(255, glow[i] * 5 / 4));
      int mine = Ramp.add(vivid(frame.pixels[i], 0), line, edges.steep[i] / 6);
      int alpha = cast.alpha[i];
      frame.pixels[i] = 0xff000000 | Ramp.mix(ground, mine, alpha + (alpha >> 7));
    }
  }

  /** The color with more of itself and less gray, at least so bright. */
  private static int vivid(int rgb, int floor) {
    int gray = Rgb.luma(rgb);
    int red = Rgb.red(rgb);
    int green = Rgb.green(rgb);
    int blue = Rgb.blue(rgb);
    int lift = Math.max(0, floor - Math.max(red, Math.max(green, blue)));
    return clip(red + (red - gray) / 3 + lift) << 16
        | clip(green + (green - gray) / 3 + lift) << 8
        | clip(blue + (blue - gray) / 3 + lift);
  }

  private static int clip(int value) {
    return Math.clamp(value, 0, 255);
  }
}
