package moviegen.media;

import java.nio.ByteBuffer;
import java.util.Arrays;

/**
 * Structural similarity of two frames' luma: Gaussian windows of 11×11 with σ = 1.5, only those
 * that lie inside the frame (Wang, Bovik, Sheikh, Simoncelli 2004).
 */
final class Ssim {
  /*
   * With windowed means μ and E over a window, σx² + σy² = E[x² + y²] − μx² − μy² and
   * σxy = E[xy] − μx μy, so four planes are filtered: x, y, x² + y² and xy.
   */
  private static final int SIZE = 11;
  private static final double SIGMA = 1.5;
  private static final double C1 = Math.pow(0.01 * 255, 2);
  private static final double C2 = Math.pow(0.03 * 255, 2);
  private static final double[] WINDOW = window();

  private final int width;
  private final int height;
  private final double[] rows;
  private final double[] row;

  Ssim(int width, int height) {
    if (width < SIZE || height < SIZE) {
      throw new IllegalArgumentException(
          "SSIM needs frames of at least %dx%d, got %dx%d.".formatted(SIZE, SIZE, width, height));
    }
    this.width = width;
    this.height = height;
    rows = new double[height * (width - SIZE + 1)];
    row = new double[width - SIZE + 1];
  }

  private static double[] window() {
    var window = new double[SIZE];
    for (var i = 0; i < SIZE; i++) {
      window[i] = Math.exp(-Math.pow(i - SIZE / 2, 2) / (2 * SIGMA * SIGMA));
    }
    var sum = Arrays.stream(window).sum();
    return Arrays.stream(window).map(value -> value / sum).toArray();
  }

  /** Mean over all windows of two frames, (h w c). */
  double of(ByteBuffer a, ByteBuffer b) {
    var x = luma(a);
    var y = luma(b);
    var squares = new double[x.length];
    var products = new double[x.length];
    for (var i = 0; i < x.length; i++) {
      squares[i] = x[i] * x[i] + y[i] * y[i];
      products[i] = x[i] * y[i];
    }
    return mean(filter(x), filter(y), filter(squares), filter(products));
  }

  private static double mean(double[] mx, double[] my, double[] squares, double[] products) {
    var sum = 0.0;
    for (var i = 0; i < mx.length; i++) {
      var both = mx[i] * my[i];
      var powers = mx[i] * mx[i] + my[i] * my[i];
      var covariance = products[i] - both;
      var variances = squares[i] - powers;
      sum += (2 * both + C1) * (2 * covariance + C2) / ((powers + C1) * (variances + C2));
    }
    return sum / mx.length;
  }

  private double[] luma(ByteBuffer rgb) {
    var luma = new double[width * height];
    for (var i = 0; i < luma.length; i++) {
      luma[i] =
          0.299 * (rgb.get(3 * i) & 0xff)
              + 0.587 * (rgb.get(3 * i + 1) & 0xff)
              + 0.114 * (rgb.get(3 * i + 2) & 0xff);
    }
    return luma;
  }

  /** Windowed means, along rows first. */
  private double[] filter(double[] plane) {
    var columns = row.length;
    for (var y = 0; y < height; y++) {
      Arrays.fill(row, 0);
      for (var k = 0; k < SIZE; k++) {
        add(plane, y * width + k, WINDOW[k], row, 0, columns);
      }
      System.arraycopy(row, 0, rows, y * columns, columns);
    }
    var means = new double[(height - SIZE + 1) * columns];
    for (var y = 0; y <= height - SIZE; y++) {
      for (var k = 0; k < SIZE; k++) {
        add(rows, (y + k) * columns, WINDOW[k], means, y * columns, columns);
      }
    }
    return means;
  }

  private static void add(
      double[] from, int start, double weight, double[] to, int target, int count) {
    for (var i = 0; i < count; i++) {
      to[target + i] += weight * from[start + i];
    }
  }
}
