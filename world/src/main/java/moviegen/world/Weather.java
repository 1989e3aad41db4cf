package moviegen.world;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Line2D;
import java.util.SplittableRandom;

/** Rain or snow before the picture: strokes of two pixels and more, each on its own way. */
final class Weather {
  private record Drop(double x, double y, double near, double sway) {}

  private final Drop[] drops;
  private final Canvas[] sprites;
  private final boolean snow;
  private final double unit;

  private Weather(Drop[] drops, Canvas[] sprites, boolean snow, double unit) {
    this.drops = drops;
    this.sprites = sprites;
    this.snow = snow;
    this.unit = unit;
  }

  static Weather of(Scene scene, Shot shot) {
    boolean snow = scene.weather().equals("snow");
    int count = scene.weather().equals("clear") ? 0 : snow ? 64 : 46;
    var random = new SplittableRandom(Scene.mix(scene.seed(), 0xea7));
    var drops = new Drop[count];
    for (int i = 0; i < count; i++) {
      drops[i] =
          new Drop(random.nextDouble(), random.nextDouble(), (i % 3) / 2.0, random.nextDouble());
    }
    boolean coarse = scene.style().equals("pixel art") || scene.style().equals("ancient mosaic");
    double unit = shot.unit() * (coarse ? 1.4 : 1);
    var sprites = new Canvas[3];
    for (int i = 0; i < 3 && count > 0; i++) {
      sprites[i] = snow ? flake(unit, i / 2.0) : streak(unit, i / 2.0);
    }
    return new Weather(drops, count > 0 ? sprites : new Canvas[0], snow, shot.unit());
  }

  void draw(Canvas frame, double time) {
    for (Drop drop : drops) {
      Canvas sprite = sprites[(int) Math.round(drop.near() * 2)];
      double speed = snow ? 0.16 + 0.14 * drop.near() : 1.3 + 0.7 * drop.near();
      double wind = snow ? 0.03 : -0.16;
      double high = frame.height + 2.0 * sprite.height;
      double wide = frame.width + 2.0 * sprite.width;
      double fallen = speed * time * unit;
      double sway = snow ? 0.018 * Math.sin(2 * Math.PI * (0.45 * time + drop.sway())) : 0;
      double y = floorMod(drop.y() * high + fallen, high) - sprite.height;
      double x =
          floorMod(drop.x() * wide + (wind * speed * time + sway) * unit, wide) - sprite.width;
      frame.draw(sprite, x, y, 1, 1, false);
    }
  }

  private static Canvas streak(double unit, double near) {
    double thick = Math.max(2, unit / 64 * (0.85 + 0.3 * near));
    double length = unit * (0.06 + 0.04 * near);
    int width = (int) Math.ceil(length * 0.16 + thick + 4);
    var sprite = new Canvas(width, (int) Math.ceil(length + thick + 4));
    Graphics2D brush = sprite.brush();
    brush.setColor(new Color(226, 240, 255, (int) (120 + 70 * near)));
    brush.setStroke(new BasicStroke((float) thick, BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND));
    double edge = thick / 2 + 2;
    brush.draw(new Line2D.Double(edge + length * 0.16, edge, edge, edge + length));
    brush.dispose();
    return sprite;
  }

  private static Canvas flake(double unit, double near) {
    double radius = Math.max(1.2, unit * (0.01 + 0.009 * near));
    int side = (int) Math.ceil(2 * radius + 4);
    var sprite = new Canvas(side, side);
    Graphics2D brush = sprite.brush();
    brush.setColor(new Color(255, 255, 255, (int) (190 + 60 * near)));
    brush.fill(
        new Ellipse2D.Double(side / 2.0 - radius, side / 2.0 - radius, 2 * radius, 2 * radius));
    brush.dispose();
    return sprite;
  }

  private static double floorMod(double value, double period) {
    return value - period * Math.floor(value / period);
  }
}
