package moviegen.world;

import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.awt.image.DataBufferInt;
import java.util.Arrays;

/** A sheet of premultiplied pixels, (h w) of alpha, red, green, blue, eight bits each. */
final class Canvas {
  private static final int EMPTY = 0;
  private static final int MIXED = 1;
  private static final int OPAQUE = 2;
  private static final int PAIRS = 0x00ff00ff;

  final int width;
  final int height;
  final int[] pixels;
  private final BufferedImage image;
  private byte[] rows = {};

  Canvas(int width, int height) {
    this.width = width;
    this.height = height;
    image = new BufferedImage(width, height, BufferedImage.TYPE_INT_ARGB_PRE);
    pixels = ((DataBufferInt) image.getRaster().getDataBuffer()).getData();
  }

  /** A brush with smooth edges. */
  Graphics2D brush() {
    Graphics2D brush = image.createGraphics();
    brush.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
    brush.setRenderingHint(RenderingHints.KEY_STROKE_CONTROL, RenderingHints.VALUE_STROKE_PURE);
    return brush;
  }

  void clear(int left, int top, int right, int bottom) {
    for (int y = Math.max(0, top); y < Math.min(height, bottom); y++) {
      int from = y * width + Math.max(0, left);
      int to = y * width + Math.min(width, right);
      if (from < to) {
        Arrays.fill(pixels, from, to, 0);
      }
    }
  }

  /**
   * Declares the sheet finished: rows without holes or without ink are drawn faster from now on.
   */
  Canvas dried() {
    rows = new byte[height];
    for (int y = 0; y < height; y++) {
      boolean full = true;
      boolean none = true;
      for (int i = y * width; i < (y + 1) * width; i++) {
        full &= pixels[i] >>> 24 == 255;
        none &= pixels[i] == 0;
      }
      rows[y] = (byte) (none ? EMPTY : full ? OPAQUE : MIXED);
    }
    return this;
  }

  /**
   * Draws another sheet with its pixel (0, 0) at (x, y), stretched, smoothly interpolated; beyond
   * its edges it goes on as at its edges where {@code endless}, and is clear otherwise.
   */
  void draw(Canvas sheet, double x, double y, double scaleX, double scaleY, boolean endless) {
    int left = endless ? 0 : clamp((int) Math.ceil(x - 0.5), width);
    int right = endless ? width : clamp((int) Math.floor(x + sheet.width * scaleX + 0.5), width);
    int top = endless ? 0 : clamp((int) Math.ceil(y - 0.5), height);
    int bottom =
        endless ? height : clamp((int) Math.floor(y + sheet.height * scaleY + 0.5), height);
    if (left >= right || top >= bottom) {
      return;
    }
    int[] columns = new int[right - left];
    int[] next = new int[right - left];
    int[] weights = new int[right - left];
    for (int i = 0; i < columns.length; i++) {
      double u = Math.clamp((left + i + 0.5 - x) / scaleX - 0.5, 0.0, sheet.width - 1.0);
      columns[i] = (int) u;
      next[i] = Math.min(columns[i] + 1, sheet.width - 1);
      weights[i] = (int) Math.round((u - columns[i]) * 256);
    }
    for (int row = top; row < bottom; row++) {
      double v = Math.clamp((row + 0.5 - y) / scaleY - 0.5, 0.0, sheet.height - 1.0);
      int upper = (int) v;
      int lower = Math.min(upper + 1, sheet.height - 1);
      int weight = (int) Math.round((v - upper) * 256);
      if (weight == 0) {
        lower = upper;
      }
      int kind = sheet.rows.length == 0 ? MIXED : sheet.kind(upper, lower);
      if (kind != EMPTY) {
        drawRow(sheet, row * width + left, upper, lower, weight, columns, next, weights, kind);
      }
    }
  }

  private int kind(int upper, int lower) {
    return rows[upper] == rows[lower] ? rows[upper] : MIXED;
  }

  private void drawRow(
      Canvas sheet,
      int to,
      int upper,
      int lower,
      int weight,
      int[] columns,
      int[] next,
      int[] weights,
      int kind) {
    int[] from = sheet.pixels;
    int up = upper * sheet.width;
    int low = lower * sheet.width;
    for (int i = 0; i < columns.length; i++) {
      int a = columns[i];
      int b = next[i];
      int f = weights[i];
      int ink;
      if (f == 0 && weight == 0) {
        ink = from[up + a];
      } else {
        int one = blend(from[up + a], from[up + b], f);
        ink = weight == 0 ? one : blend(one, blend(from[low + a], from[low + b], f), weight);
      }
      pixels[to + i] = kind == OPAQUE ? ink : over(ink, pixels[to + i]);
    }
  }

  /** Two premultiplied colors mixed, f of 256 of the second. */
  static int blend(int a, int b, int f) {
    if (a == b) {
      return a;
    }
    int g = 256 - f;
    int rb = ((a & PAIRS) * g + (b & PAIRS) * f) >>> 8 & PAIRS;
    int ag = (a >>> 8 & PAIRS) * g + (b >>> 8 & PAIRS) * f & ~PAIRS;
    return ag | rb;
  }

  /** One premultiplied color over another. */
  static int over(int ink, int ground) {
    int alpha = ink >>> 24;
    if (alpha == 255) {
      return ink;
    }
    if (alpha == 0) {
      return ground;
    }
    int left = 256 - (alpha + (alpha >> 7));
    int rb = (ground & PAIRS) * left >>> 8 & PAIRS;
    int ag = (ground >>> 8 & PAIRS) * left & ~PAIRS;
    return ink + (ag | rb);
  }

  private static int clamp(int value, int limit) {
    return Math.clamp(value, 0, limit);
  }
}
