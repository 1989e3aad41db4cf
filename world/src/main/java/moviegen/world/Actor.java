package moviegen.world;

import java.awt.Graphics2D;

/** A subject on its own sheet: drawn anew for every frame, with a rim of paper and its shadows. */
final class Actor {
  private static final int RIM = 0xfff8ea;

  private final Costume costume;
  private final Layout layout;
  private final double unit;
  private final Canvas sheet;
  private final int shade;
  private final int[] alpha;
  private final int[] wide;
  private int left;
  private int top;
  private int right;
  private int bottom;

  Actor(Scene scene, Shot shot, Layout layout, Canvas sheet) {
    this.layout = layout;
    this.sheet = sheet;
    unit = shot.unit();
    var light = new Light(scene.place(), scene.time(), scene.weather());
    shade = light.shade();
    var palette = new Palette(scene.color(), scene.look()).lit(light);
    costume = Puppet.of(scene.subject()).dress(palette, scene.look(), scene.accessory());
    alpha = new int[sheet.pixels.length];
    wide = new int[sheet.pixels.length];
  }

  /** Draws the subject alone where it is, on the clean sheet. */
  void pose(Placement at, Camera camera) {
    sheet.clear(left, top, right, bottom);
    double scale = camera.scale(1) * at.scale() * unit;
    double tall = layout.tall() * scale;
    double x = sheet.width / 2.0 + unit * camera.screenX(at.x(), 1);
    double y = sheet.height / 2.0 + unit * camera.screenY(at.y() - at.lift(), 1);
    double reach = tall * (0.75 + 0.5 * Math.max(1, costume.puppet().width)) + 4;
    double middle = y - tall / 2;
    left = clamp(x - reach, sheet.width);
    right = clamp(x + reach, sheet.width);
    top = clamp(middle - reach, sheet.height);
    bottom = clamp(middle + reach, sheet.height);
    Graphics2D brush = sheet.brush();
    brush.translate(x, y);
    boolean whole = costume.puppet().wheel || costume.puppet().nose;
    double pivot = whole ? -tall / 2 : -tall * 0.45;
    brush.rotate(at.rotation(), 0, pivot);
    double turn = at.turn() * Math.cos(camera.orbit());
    brush.scale(turn * tall / 100 / Math.sqrt(at.stretch()), tall / 100 * at.stretch());
    costume.draw(brush, at.gait(), at.phase(), at.rolled());
    brush.dispose();
  }

  /** Whether something of the subject is inside the frame. */
  boolean visible() {
    return left < right && top < bottom;
  }

  /** Lays the subject's shadows, its rim and the subject itself onto a frame. */
  void lay(Canvas frame, Placement at, Camera camera) {
    contact(frame, at, camera);
    if (!visible()) {
      return;
    }
    int w = right - left;
    int h = bottom - top;
    for (int y = 0; y < h; y++) {
      for (int x = 0; x < w; x++) {
        alpha[y * w + x] = sheet.pixels[(y + top) * sheet.width + x + left] >>> 24;
      }
    }
    int rim = Math.max(1, (int) Math.round(unit / 128));
    spread(w, h, rim);
    Blur.box(alpha, w, h, Math.max(1, (int) Math.round(unit * 0.016)));
    int fall = Math.max(1, (int) Math.round(unit * 0.014));
    for (int y = 0; y < h; y++) {
      int row = (y + top) * sheet.width + left;
      for (int x = 0; x < w; x++) {
        int i = row + x;
        int ink = sheet.pixels[i];
        if (ink >>> 24 == 255) {
          frame.pixels[i] = ink;
          continue;
        }
        int ground = frame.pixels[i];
        int sx = x - fall / 2;
        int sy = y - fall;
        if (sx >= 0 && sy >= 0 && alpha[sy * w + sx] > 0) {
          int dark = alpha[sy * w + sx] * 100 >> 8;
          ground = Canvas.over(Layer.premultiplied(shade, dark), ground);
        }
        int edge = wide[y * w + x];
        if (edge > 0) {
          ground = Canvas.over(Layer.premultiplied(RIM, edge * 190 >> 8), ground);
        }
        frame.pixels[i] = Canvas.over(ink, ground);
      }
    }
  }

  /** The soft spot on the ground below, paler the higher the subject is. */
  private void contact(Canvas frame, Placement at, Camera camera) {
    double scale = camera.scale(1) * at.scale() * unit;
    double x = frame.width / 2.0 + unit * camera.screenX(at.x(), 1);
    double y = frame.height / 2.0 + unit * camera.screenY(at.y(), 1);
    double rx = layout.wide() * scale * (0.5 + 0.4 * at.lift());
    double ry = rx * 0.2;
    double strength = 0.42 / (1 + 7 * at.lift());
    for (int v = clamp(y - ry, frame.height); v < clamp(y + ry + 1, frame.height); v++) {
      for (int u = clamp(x - rx, frame.width); u < clamp(x + rx + 1, frame.width); u++) {
        double dx = (u + 0.5 - x) / rx;
        double dy = (v + 0.5 - y) / ry;
        double inside = 1 - dx * dx - dy * dy;
        if (inside > 0) {
          int i = v * frame.width + u;
          int dark = (int) (255 * strength * Math.min(1, 1.6 * inside));
          frame.pixels[i] = Canvas.over(Layer.premultiplied(shade, dark), frame.pixels[i]);
        }
      }
    }
  }

  private void spread(int w, int h, int radius) {
    for (int y = 0; y < h; y++) {
      for (int x = 0; x < w; x++) {
        int most = 0;
        for (int v = Math.max(0, y - radius); v <= Math.min(h - 1, y + radius); v++) {
          most = Math.max(most, alpha[v * w + x]);
        }
        wide[y * w + x] = most;
      }
    }
    int[] row = new int[w];
    for (int y = 0; y < h; y++) {
      System.arraycopy(wide, y * w, row, 0, w);
      for (int x = 0; x < w; x++) {
        int most = 0;
        for (int u = Math.max(0, x - radius); u <= Math.min(w - 1, x + radius); u++) {
          most = Math.max(most, row[u]);
        }
        wide[y * w + x] = most;
      }
    }
  }

  private static int clamp(double value, int limit) {
    return (int) Math.clamp(Math.floor(value), 0.0, limit);
  }
}
