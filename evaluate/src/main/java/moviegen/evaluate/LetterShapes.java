package moviegen.evaluate;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import moviegen.world.Letters;

/**
 * How the letters A to Z look on a small grid, and how much a part of a picture looks like each.
 */
final class LetterShapes {
  /*
   * A letter is 20 grid points high and 12 wide, with 3 around it; likeness is the correlation of
   * the grid's values, after a soft lens.
   */
  static final int COUNT = 26;
  private static final int HIGH = 20;
  private static final int EDGE = 3;
  private static final int WIDTH = HIGH * 6 / 10 + 2 * EDGE;
  private static final int HEIGHT = HIGH + 2 * EDGE;
  private static final float PEN = 19;
  private static final float[][] SHAPES = shapes();

  private LetterShapes() {}

  /**
   * The likeness of each letter, -1 to 1, to a part of a picture.
   *
   * @param x left edge of the letter in pixels
   * @param y its upper edge
   * @param high its height
   */
  static double[] likeness(Luma picture, double x, double y, double high) {
    var seen = new float[WIDTH * HEIGHT];
    double pixel = high / HIGH;
    for (int v = 0; v < HEIGHT; v++) {
      for (int u = 0; u < WIDTH; u++) {
        seen[v * WIDTH + u] =
            -picture.between(x + (u + 0.5 - EDGE) * pixel, y + (v + 0.5 - EDGE) * pixel);
      }
    }
    normalize(seen);
    var likeness = new double[COUNT];
    for (int i = 0; i < COUNT; i++) {
      for (int k = 0; k < seen.length; k++) {
        likeness[i] += SHAPES[i][k] * seen[k];
      }
    }
    return likeness;
  }

  private static float[][] shapes() {
    var shapes = new float[COUNT][];
    for (int i = 0; i < COUNT; i++) {
      var image = new BufferedImage(WIDTH, HEIGHT, BufferedImage.TYPE_BYTE_GRAY);
      var brush = image.createGraphics();
      brush.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
      brush.setRenderingHint(RenderingHints.KEY_STROKE_CONTROL, RenderingHints.VALUE_STROKE_PURE);
      brush.setColor(Color.WHITE);
      brush.translate(EDGE, EDGE);
      brush.scale(HIGH / 100.0, HIGH / 100.0);
      brush.setStroke(new BasicStroke(PEN, BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND));
      brush.draw(Letters.write(String.valueOf((char) ('A' + i))));
      brush.dispose();
      var values = new float[WIDTH * HEIGHT];
      image.getRaster().getSamples(0, 0, WIDTH, HEIGHT, 0, values);
      shapes[i] = soft(values);
      normalize(shapes[i]);
    }
    return shapes;
  }

  private static float[] soft(float[] values) {
    var soft = new float[values.length];
    for (int y = 0; y < HEIGHT; y++) {
      for (int x = 0; x < WIDTH; x++) {
        for (int k = 0; k < 9; k++) {
          int v = Math.clamp(y + k / 3 - 1, 0, HEIGHT - 1);
          int u = Math.clamp(x + k % 3 - 1, 0, WIDTH - 1);
          int share = (2 - Math.abs(k / 3 - 1)) * (2 - Math.abs(k % 3 - 1));
          soft[y * WIDTH + x] += share * values[v * WIDTH + u] / 16;
        }
      }
    }
    return soft;
  }

  /** Mean 0 and norm 1. */
  private static void normalize(float[] values) {
    double mean = 0;
    for (float value : values) {
      mean += value / values.length;
    }
    double squares = 1e-6;
    for (float value : values) {
      squares += (value - mean) * (value - mean);
    }
    double norm = Math.sqrt(squares);
    for (int i = 0; i < values.length; i++) {
      values[i] = (float) ((values[i] - mean) / norm);
    }
  }
}
