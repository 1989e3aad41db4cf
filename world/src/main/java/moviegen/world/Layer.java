package moviegen.world;

import java.util.SplittableRandom;

/**
 * One sheet of the scenery with its grain and its shadow.
 *
 * @param sheet what is painted
 * @param z its depth, 1 where the subject stands
 * @param x0 left edge, in mean frame sides from the frame's center
 * @param y0 upper edge
 * @param resolution pixels of the sheet to a mean frame side
 */
record Layer(Canvas sheet, double z, double x0, double y0, double resolution) {
  private static final int GRAIN = 256;
  private static final byte[] NOISE = noise();

  /** Draws the layer as the camera sees it. */
  void draw(Canvas frame, Camera camera, double unit) {
    double scale = camera.scale(z) * unit / resolution;
    double x = frame.width / 2.0 + unit * camera.screenX(x0, z);
    double y = frame.height / 2.0 + unit * camera.screenY(y0, z);
    frame.draw(sheet, x, y, scale, scale, z > 1.4 || z <= 1);
  }

  /** Gives paper its grain, its bright upper edges and a soft shadow on what lies behind. */
  static void finish(Canvas sheet, double pixels, int shade, double strength, int salt) {
    int width = sheet.width;
    int height = sheet.height;
    int[] ink = sheet.pixels;
    int edge = Math.max(1, (int) Math.round(pixels / 128));
    for (int y = height - 1; y >= 0; y--) {
      int grain = ((y + salt * 37) & (GRAIN - 1)) * GRAIN;
      for (int x = 0; x < width; x++) {
        int i = y * width + x;
        int alpha = ink[i] >>> 24;
        if (alpha > 0) {
          boolean rim = y >= edge && alpha == 255 && ink[i - edge * width] >>> 24 < 128;
          int light = 256 + NOISE[grain + ((x + salt * 91) & (GRAIN - 1))] + (rim ? 34 : 0);
          ink[i] = lit(ink[i], alpha, light);
        }
      }
    }
    if (strength > 0) {
      shadow(sheet, pixels, shade, strength);
    }
  }

  private static void shadow(Canvas sheet, double pixels, int shade, double strength) {
    int radius = Math.max(1, (int) Math.round(pixels * 0.014));
    int[] alpha = new int[sheet.pixels.length];
    for (int i = 0; i < alpha.length; i++) {
      alpha[i] = sheet.pixels[i] >>> 24;
    }
    Blur.box(alpha, sheet.width, sheet.height, radius);
    Blur.box(alpha, sheet.width, sheet.height, radius);
    for (int i = 0; i < alpha.length; i++) {
      if (alpha[i] > 0 && sheet.pixels[i] >>> 24 < 255) {
        int dark = (int) (alpha[i] * strength);
        sheet.pixels[i] = Canvas.over(sheet.pixels[i], premultiplied(shade, dark));
      }
    }
  }

  /** A color with an alpha of 0 to 255. */
  static int premultiplied(int rgb, int alpha) {
    return alpha << 24
        | Rgb.red(rgb) * alpha / 255 << 16
        | Rgb.green(rgb) * alpha / 255 << 8
        | Rgb.blue(rgb) * alpha / 255;
  }

  private static int lit(int ink, int alpha, int light) {
    int red = Math.min(alpha, (ink >> 16 & 255) * light >> 8);
    int green = Math.min(alpha, (ink >> 8 & 255) * light >> 8);
    int blue = Math.min(alpha, (ink & 255) * light >> 8);
    return alpha << 24 | red << 16 | green << 8 | blue;
  }

  private static byte[] noise() {
    var random = new SplittableRandom(7);
    int[] raw = random.ints(GRAIN * GRAIN, -20, 21).toArray();
    byte[] noise = new byte[raw.length];
    for (int y = 0; y < GRAIN; y++) {
      for (int x = 0; x < GRAIN; x++) {
        int sum = 0;
        for (int k = 0; k < 9; k++) {
          int row = (y + k / 3) & (GRAIN - 1);
          sum += raw[row * GRAIN + ((x + k % 3) & (GRAIN - 1))];
        }
        noise[y * GRAIN + x] = (byte) (sum / 9);
      }
    }
    return noise;
  }
}
