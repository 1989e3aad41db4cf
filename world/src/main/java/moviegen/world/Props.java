package moviegen.world;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.geom.Line2D;
import java.awt.geom.Rectangle2D;
import java.awt.geom.RoundRectangle2D;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;

/** What stands still behind the subject: the companion and the sign, each a sheet of its own. */
final class Props {
  private static final double COMPANION = 1.2;
  private static final double SIGN = 1.3;

  private Props() {}

  /** The sheets of a scene's props, from far to near. */
  static List<Layer> of(Scene scene, Shot shot, Layout layout) {
    var random = new SplittableRandom(Scene.mix(scene.seed(), 0x9209));
    double side = random.nextBoolean() ? 1 : -1;
    var light = new Light(scene.place(), scene.time(), scene.weather());
    var props = new ArrayList<Layer>();
    double resolution = shot.unit() * 1.25;
    scene.sign().ifPresent(word -> props.add(sign(word, -side, resolution, layout, light)));
    scene
        .companion()
        .ifPresent(
            other -> props.add(companion(other, scene.seed(), side, resolution, layout, light)));
    return List.copyOf(props);
  }

  private static Layer companion(
      Companion other, long seed, double side, double resolution, Layout layout, Light light) {
    Puppet puppet = Puppet.of(other.subject());
    double tall = 0.25 * puppet.height;
    double x = side * layout.reach() * 0.75;
    double y = layout.ground() - 0.1 * layout.height();
    double margin = 0.08;
    double wide = tall * puppet.width * 1.1;
    var area =
        new Rectangle2D.Double(
            x - wide / 2 - margin,
            y - tall * 1.2 - margin,
            wide + 2 * margin,
            tall * 1.2 + 2 * margin);
    Optional<Look> look =
        other.subject().equals("person")
            ? Optional.of(Look.random(new SplittableRandom(Scene.mix(seed, 0xf31e))))
            : Optional.empty();
    Palette palette = new Palette(other.color(), look).lit(light);
    Canvas sheet = sheet(area, resolution);
    Graphics2D brush = brush(sheet, area, resolution);
    brush.translate(x, y);
    brush.scale(-side * tall / 100, tall / 100);
    puppet.dress(palette, look, Vocabulary.NONE).draw(brush, "idle", 0, 0);
    brush.dispose();
    return finished(sheet, area, COMPANION, resolution, light);
  }

  private static Layer sign(
      String word, double side, double resolution, Layout layout, Light light) {
    double letter = 0.12;
    double wide = Letters.width(word) * letter / 100 + 0.09;
    double high = letter + 0.085;
    double limit = layout.width() * 0.9;
    double shrink = Math.min(1, limit / wide);
    double x =
        side
            * Math.max(
                0, Math.min(0.7 * layout.reach(), (layout.width() * 0.96 - wide * shrink) / 2));
    double y = layout.ground() - 0.12 * layout.height();
    double head = layout.height() / 2 + y - high - 0.05;
    double post =
        Math.clamp(layout.tall() * 0.95 - 0.12 * layout.height(), 0.2, Math.max(0.2, head));
    double margin = 0.06;
    var area =
        new Rectangle2D.Double(
            x - wide / 2 - margin,
            y - post - high - margin,
            wide + 2 * margin,
            post + high + 2 * margin);
    Canvas sheet = sheet(area, resolution);
    Graphics2D brush = brush(sheet, area, resolution);
    brush.translate(x, y);
    brush.scale(shrink, shrink);
    brush.setColor(new Color(light.onSubject(0x7d5638)));
    brush.setStroke(new BasicStroke(0.03f, BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND));
    brush.draw(new Line2D.Double(0, 0, 0, -post - 0.03));
    brush.fill(new RoundRectangle2D.Double(-wide / 2, -post - high, wide, high, 0.05, 0.05));
    brush.setColor(new Color(light.onSubject(0xfff4dc)));
    brush.fill(
        new RoundRectangle2D.Double(
            -wide / 2 + 0.014, -post - high + 0.014, wide - 0.028, high - 0.028, 0.035, 0.035));
    brush.setColor(new Color(light.onSubject(0x2a2438)));
    brush.translate(-Letters.width(word) * letter / 200, -post - high / 2 - letter / 2);
    brush.scale(letter / 100, letter / 100);
    brush.setStroke(new BasicStroke(19, BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND));
    brush.draw(Letters.write(word));
    brush.dispose();
    return finished(sheet, area, SIGN, resolution, light);
  }

  private static Canvas sheet(Rectangle2D area, double resolution) {
    return new Canvas(
        (int) Math.ceil(area.getWidth() * resolution),
        (int) Math.ceil(area.getHeight() * resolution));
  }

  private static Graphics2D brush(Canvas sheet, Rectangle2D area, double resolution) {
    Graphics2D brush = sheet.brush();
    brush.scale(resolution, resolution);
    brush.translate(-area.getX(), -area.getY());
    return brush;
  }

  private static Layer finished(
      Canvas sheet, Rectangle2D area, double z, double resolution, Light light) {
    Layer.finish(sheet, resolution, light.shade(), 0.4, 17);
    return new Layer(sheet.dried(), z, area.getX(), area.getY(), resolution);
  }
}
