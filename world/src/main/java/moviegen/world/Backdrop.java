package moviegen.world;

import com.fasterxml.jackson.databind.JsonNode;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.Shape;
import java.awt.geom.AffineTransform;
import java.awt.geom.Path2D;
import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;

/**
 * The scenery of a place: sheets of paper at several depths, periodic from side to side.
 *
 * <p>In a data file y is a height in mean frame sides above the horizon where negative, and a share
 * of the ground between horizon and lower edge where positive; shapes are drawn on y = 0, 100 high.
 */
final class Backdrop {
  /** The scenery repeats after this many mean frame sides. */
  static final double PERIOD = 3;

  private static final Map<String, Backdrop> ALL = new HashMap<>();

  static {
    Vocabulary.get()
        .values("place")
        .forEach(name -> ALL.put(name, new Backdrop(Resources.json("places/" + name + ".json"))));
  }

  private record Piece(Shape shape, int[] fills, int night) {}

  private record Spot(double x, double y, double size, boolean flipped, int choice) {}

  private final Map<String, List<Piece>> shapes = new HashMap<>();
  private final JsonNode layers;

  private Backdrop(JsonNode file) {
    for (var entry : file.get("shapes").properties()) {
      var pieces = new ArrayList<Piece>();
      for (JsonNode node : entry.getValue()) {
        int night = node.has("night") ? Rgb.parse(node.get("night").asText()) : -1;
        pieces.add(new Piece(Outline.read(node), fills(node.get("fill")), night));
      }
      shapes.put(entry.getKey(), List.copyOf(pieces));
    }
    layers = file.get("layers");
  }

  static Backdrop of(String place) {
    Backdrop backdrop = ALL.get(place);
    if (backdrop == null) {
      throw new IllegalArgumentException("no place is called \"" + place + "\"");
    }
    return backdrop;
  }

  /** How many layers there are, from far to near. */
  int size() {
    return layers.size();
  }

  double depth(int layer) {
    return layers.get(layer).get("z").asDouble();
  }

  /** Paints what lies within a window onto the brush, whose unit is the mean frame side. */
  void paint(
      int index, Graphics2D brush, Rectangle2D window, Layout layout, Light light, long seed) {
    JsonNode layer = layers.get(index);
    double z = depth(index);
    var random = new SplittableRandom(Scene.mix(seed, 100 + index));
    for (JsonNode item : layer.get("items")) {
      var own = random.split();
      if (item.has("band")) {
        double top = height(item.get("band").asDouble(), layout);
        brush.setColor(new Color(light.on(Rgb.parse(item.get("fill").asText()), z)));
        brush.fill(new Rectangle2D.Double(window.getX(), top, window.getWidth(), 9));
      } else if (item.has("ridge")) {
        brush.setColor(new Color(light.on(Rgb.parse(item.get("fill").asText()), z)));
        brush.fill(ridge(item.get("ridge"), window, layout, own));
      } else {
        scatter(item, brush, window, layout, light, z, own);
      }
    }
  }

  private void scatter(
      JsonNode item,
      Graphics2D brush,
      Rectangle2D window,
      Layout layout,
      Light light,
      double z,
      SplittableRandom random) {
    List<Piece> pieces = shapes.getOrDefault(item.get("scatter").asText(), List.of());
    int count = Math.max(1, (int) Math.round(item.get("per").asDouble() * PERIOD));
    boolean even = item.path("even").asBoolean(false);
    double[] ys = Outline.numbers(item.get("y"), 2);
    double[] sizes = Outline.numbers(item.get("size"), 2);
    var spots = new ArrayList<Spot>();
    for (int i = 0; i < count; i++) {
      double jitter = even ? 0.5 : random.nextDouble();
      double x = (i + jitter) / count * PERIOD;
      double y = height(ys[0] + (ys[1] - ys[0]) * random.nextDouble(), layout);
      double size = sizes[0] + (sizes[1] - sizes[0]) * random.nextDouble();
      boolean flipped = item.path("flip").asBoolean(false) && random.nextBoolean();
      spots.add(new Spot(x, y, size, flipped, random.nextInt(1 << 16)));
    }
    spots.sort(Comparator.comparingDouble(Spot::y));
    int wash = item.has("wash") ? Rgb.parse(item.get("wash").asText()) : 0;
    double amount = item.path("amount").asDouble(0);
    AffineTransform before = brush.getTransform();
    for (Spot spot : spots) {
      double margin = spot.size() * 1.2;
      double first = spot.x() + PERIOD * Math.ceil((window.getMinX() - margin - spot.x()) / PERIOD);
      for (double x = first; x < window.getMaxX() + margin; x += PERIOD) {
        brush.translate(x, spot.y());
        brush.scale(spot.size() / 100 * (spot.flipped() ? -1 : 1), spot.size() / 100);
        for (Piece piece : pieces) {
          boolean glows = light.time.equals("night") && piece.night() >= 0;
          int fill = piece.fills()[spot.choice() % piece.fills().length];
          int rgb = glows ? piece.night() : light.on(Rgb.mix(fill, wash, amount), z);
          brush.setColor(new Color(rgb));
          brush.fill(piece.shape());
        }
        brush.setTransform(before);
      }
    }
  }

  private static Path2D ridge(
      JsonNode ridge, Rectangle2D window, Layout layout, SplittableRandom random) {
    double y = height(ridge.get("y").asDouble(), layout);
    double rise = ridge.get("rise").asDouble();
    int waves = ridge.get("waves").asInt() * (int) PERIOD;
    boolean sharp = ridge.get("kind").asText().equals("sharp");
    int points = sharp ? 2 * waves : waves;
    double[] heights = new double[points];
    for (int i = 0; i < points; i++) {
      double noise = random.nextDouble();
      heights[i] = sharp ? (i % 2 == 0 ? 0.2 - 0.4 * noise : 0.4 + 0.6 * noise) : 2 * noise - 1;
    }
    var path = new Path2D.Double();
    double step = sharp ? PERIOD / points : 0.015;
    double start = Math.floor(window.getMinX() / step) * step;
    path.moveTo(start, y + 9);
    for (double x = start; x <= window.getMaxX() + step; x += step) {
      double at = x / PERIOD * points;
      int left = Math.floorMod((int) Math.floor(at + 1e-9), points);
      double part = at + 1e-9 - Math.floor(at + 1e-9);
      double eased = part * part * (3 - 2 * part);
      double level = heights[left] + (heights[(left + 1) % points] - heights[left]) * eased;
      path.lineTo(x, y - rise * level);
    }
    path.lineTo(window.getMaxX() + step, y + 9);
    path.closePath();
    return path;
  }

  private static double height(double y, Layout layout) {
    return layout.horizon() + (y < 0 ? y : y * (layout.height() / 2 - layout.horizon()));
  }

  private static int[] fills(JsonNode fill) {
    if (!fill.isArray()) {
      return new int[] {Rgb.parse(fill.asText())};
    }
    int[] fills = new int[fill.size()];
    for (int i = 0; i < fills.length; i++) {
      fills[i] = Rgb.parse(fill.get(i).asText());
    }
    return fills;
  }
}
