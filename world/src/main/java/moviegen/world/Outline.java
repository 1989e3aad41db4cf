package moviegen.world;

import com.fasterxml.jackson.databind.JsonNode;
import java.awt.BasicStroke;
import java.awt.Shape;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Path2D;
import java.awt.geom.RoundRectangle2D;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Shapes read from data files: path, circle, ellipse or box, filled or stroked. */
final class Outline {
  private static final Pattern TOKEN = Pattern.compile("[MLHVCQZ]|-?[0-9]*\\.?[0-9]+");

  private Outline() {}

  /** The shape that a node describes; a stroked one is turned into its outline. */
  static Shape read(JsonNode node) {
    Shape shape;
    if (node.has("path")) {
      shape = path(node.get("path").asText());
    } else if (node.has("circle")) {
      double[] c = numbers(node.get("circle"), 3);
      shape = new Ellipse2D.Double(c[0] - c[2], c[1] - c[2], 2 * c[2], 2 * c[2]);
    } else if (node.has("ellipse")) {
      double[] e = numbers(node.get("ellipse"), 4);
      shape = new Ellipse2D.Double(e[0] - e[2], e[1] - e[3], 2 * e[2], 2 * e[3]);
    } else if (node.has("box")) {
      double[] b = numbers(node.get("box"), 5);
      shape = new RoundRectangle2D.Double(b[0], b[1], b[2], b[3], 2 * b[4], 2 * b[4]);
    } else {
      throw new IllegalArgumentException("a shape is a path, circle, ellipse or box, got " + node);
    }
    if (node.has("stroke")) {
      float width = (float) node.get("stroke").asDouble();
      shape =
          new BasicStroke(width, BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND)
              .createStrokedShape(shape);
    }
    return shape;
  }

  /** A path in SVG's absolute commands M, L, H, V, C, Q and Z. */
  static Path2D path(String text) {
    var path = new Path2D.Double();
    Matcher tokens = TOKEN.matcher(text);
    double[] at = {0, 0};
    char command = 'M';
    while (tokens.find()) {
      String token = tokens.group();
      if (Character.isLetter(token.charAt(0))) {
        command = token.charAt(0);
        if (command == 'Z') {
          path.closePath();
        }
        continue;
      }
      double first = Double.parseDouble(token);
      switch (command) {
        case 'H' -> move(path, at, first, at[1], true);
        case 'V' -> move(path, at, at[0], first, true);
        case 'M' -> {
          move(path, at, first, next(tokens), false);
          command = 'L';
        }
        case 'L' -> move(path, at, first, next(tokens), true);
        case 'Q' -> {
          double y = next(tokens);
          at[0] = next(tokens);
          at[1] = next(tokens);
          path.quadTo(first, y, at[0], at[1]);
        }
        default -> {
          double y = next(tokens);
          double u = next(tokens);
          double v = next(tokens);
          at[0] = next(tokens);
          at[1] = next(tokens);
          path.curveTo(first, y, u, v, at[0], at[1]);
        }
      }
    }
    return path;
  }

  static double[] numbers(JsonNode node, int count) {
    if (node.size() != count) {
      throw new IllegalArgumentException("expected " + count + " numbers, got " + node);
    }
    double[] numbers = new double[count];
    for (int i = 0; i < count; i++) {
      numbers[i] = node.get(i).asDouble();
    }
    return numbers;
  }

  private static void move(Path2D path, double[] at, double x, double y, boolean line) {
    at[0] = x;
    at[1] = y;
    if (line) {
      path.lineTo(x, y);
    } else {
      path.moveTo(x, y);
    }
  }

  private static double next(Matcher tokens) {
    if (!tokens.find()) {
      throw new IllegalArgumentException("a path ends in the middle of a command");
    }
    return Double.parseDouble(tokens.group());
  }
}
