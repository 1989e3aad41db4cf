package moviegen.world;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.Shape;
import java.awt.geom.AffineTransform;
import java.awt.geom.Area;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Rectangle2D;
import java.util.SplittableRandom;

/** The sky behind everything: its colors, sun or moon, stars, and a sheet of clouds before it. */
final class Sky {
  private static final Shape CLOUD =
      Outline.path(
          "M-60 0 C-82 -2 -80 -34 -56 -32 C-54 -62 -14 -68 -4 -46 C12 -66 46 -54 42 -30"
              + " C66 -36 78 -4 58 0 Z");

  private Sky() {}

  /** Fills a window, whose rows are colored one by one so that no bands show. */
  static void paint(
      Canvas sheet, Rectangle2D window, double resolution, Layout layout, Light light, long seed) {
    double top = -layout.height() / 2;
    for (int y = 0; y < sheet.height; y++) {
      double at = window.getY() + (y + 0.5) / resolution;
      int rgb = 0xff000000 | light.sky((at - top) / (layout.horizon() - top));
      java.util.Arrays.fill(sheet.pixels, y * sheet.width, (y + 1) * sheet.width, rgb);
    }
    var random = new SplittableRandom(Scene.mix(seed, 0x5c1));
    double x = (random.nextDouble() - 0.5) * 0.7 * layout.width();
    boolean low = light.time.equals("sunset");
    double room = layout.horizon() - top;
    double y =
        top + room * (low ? 0.62 + 0.1 * random.nextDouble() : 0.2 + 0.2 * random.nextDouble());
    Graphics2D brush = sheet.brush();
    brush.scale(resolution, resolution);
    brush.translate(-window.getX(), -window.getY());
    if (light.space || light.time.equals("night")) {
      stars(brush, window, layout, light, random);
    }
    boolean moon = light.time.equals("night");
    double radius = moon ? 0.075 : low ? 0.12 : 0.09;
    for (int ring = 3; ring >= 1; ring--) {
      brush.setColor(glow(light.orb(), moon ? 16 : 34));
      brush.fill(disc(x, y, radius * (1 + 0.45 * ring)));
    }
    brush.setColor(new Color(light.orb()));
    if (moon) {
      var crescent = new Area(disc(x, y, radius));
      crescent.subtract(new Area(disc(x + radius * 0.5, y - radius * 0.25, radius * 0.85)));
      brush.fill(crescent);
    } else {
      brush.fill(disc(x, y, radius));
    }
    brush.dispose();
  }

  /** Paints the clouds within a window. */
  static void clouds(Graphics2D brush, Rectangle2D window, Layout layout, Light light, long seed) {
    var random = new SplittableRandom(Scene.mix(seed, 0xc10d));
    int count = (int) Math.round(light.clouds() * Backdrop.PERIOD);
    AffineTransform before = brush.getTransform();
    for (int i = 0; i < count; i++) {
      double at = (i + random.nextDouble()) / count * Backdrop.PERIOD;
      double top = -layout.height() / 2;
      double y = top + (layout.horizon() - top) * (0.12 + 0.45 * random.nextDouble());
      double size = 0.14 + 0.14 * random.nextDouble();
      double pale = 0.75 + 0.25 * random.nextDouble();
      double first =
          at + Backdrop.PERIOD * Math.ceil((window.getMinX() - size - at) / Backdrop.PERIOD);
      for (double x = first; x < window.getMaxX() + size; x += Backdrop.PERIOD) {
        brush.translate(x, y);
        brush.scale(size / 100, size / 130);
        brush.setColor(new Color(Rgb.mix(light.sky(0.5), light.cloud(), pale)));
        brush.fill(CLOUD);
        brush.setTransform(before);
      }
    }
  }

  private static void stars(
      Graphics2D brush, Rectangle2D window, Layout layout, Light light, SplittableRandom random) {
    int count = light.space ? 110 : 70;
    for (int i = 0; i < count; i++) {
      double x = (random.nextDouble() - 0.5) * Backdrop.PERIOD;
      double y = (random.nextDouble() * 1.1 - 0.6) * layout.height();
      double radius = 0.004 + 0.005 * random.nextDouble() * random.nextDouble();
      brush.setColor(glow(0xfff6dc, 130 + random.nextInt(125)));
      if (window.contains(x, y)) {
        brush.fill(disc(x, y, radius));
      }
    }
  }

  private static Color glow(int rgb, int alpha) {
    return new Color(Rgb.red(rgb), Rgb.green(rgb), Rgb.blue(rgb), alpha);
  }

  private static Shape disc(double x, double y, double radius) {
    return new Ellipse2D.Double(x - radius, y - radius, 2 * radius, 2 * radius);
  }
}
