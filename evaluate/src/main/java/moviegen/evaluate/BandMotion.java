package moviegen.evaluate;

import java.util.Comparator;
import java.util.List;
import java.util.function.ToDoubleFunction;

/**
 * How a horizontal band of a picture moves: x + zoom · (u, v − middle) at a point (u, v).
 *
 * @param x pixels to the right
 * @param y pixels down
 * @param zoom growth, 0 where the size stays
 * @param weight how many good squares it was seen by
 */
record BandMotion(double x, double y, double zoom, double weight) {
  /*
   * Least squares reweighted five times by 1 / (1 + e²)² of the residual e in pixels (Geman and
   * McClure), begun at the weighted medians: what moves otherwise than most is left out. A weak pull
   * to no zoom stands in where a band has few squares.
   */
  private static final int ROUNDS = 5;

  private static final double PULL = 0.02;

  /** The pull to no zoom of a band as wide as the picture. */
  static final double WIDE = 600;

  /** That of what fills a part of it. */
  static final double NARROW = 60;

  static BandMotion of(List<BlockMotion.Vector> vectors, double middle, double zoomPull) {
    double weight = vectors.stream().mapToDouble(v -> Math.max(v.across(), v.down())).sum();
    var start =
        new BandMotion(
            median(vectors, BlockMotion.Vector::dx, BlockMotion.Vector::across),
            median(vectors, BlockMotion.Vector::dy, BlockMotion.Vector::down),
            0,
            weight);
    var motion = start;
    for (int i = 0; i < ROUNDS; i++) {
      motion = motion.refined(vectors, middle, zoomPull, start);
    }
    return motion;
  }

  private BandMotion refined(
      List<BlockMotion.Vector> vectors, double middle, double zoomPull, BandMotion start) {
    double xx = PULL;
    double xz = 0;
    double xv = PULL * start.x;
    double yy = PULL;
    double yz = 0;
    double yv = PULL * start.y;
    double zz = zoomPull;
    double zv = 0;
    for (var vector : vectors) {
      double u = vector.x();
      double v = vector.y() - middle;
      double right = vector.across() * trust(vector.dx() - x - zoom * u);
      double down = vector.down() * trust(vector.dy() - y - zoom * v);
      xx += right;
      xz += right * u;
      xv += right * vector.dx();
      yy += down;
      yz += down * v;
      yv += down * vector.dy();
      zz += right * u * u + down * v * v;
      zv += right * u * vector.dx() + down * v * vector.dy();
    }
    double determinant = zz - xz * xz / xx - yz * yz / yy;
    double grown = (zv - xz * xv / xx - yz * yv / yy) / determinant;
    return new BandMotion((xv - xz * grown) / xx, (yv - yz * grown) / yy, grown, weight);
  }

  private static double trust(double residual) {
    double trust = 1 / (1 + residual * residual);
    return trust * trust;
  }

  private static double median(
      List<BlockMotion.Vector> vectors,
      ToDoubleFunction<BlockMotion.Vector> value,
      ToDoubleFunction<BlockMotion.Vector> weight) {
    double left = vectors.stream().mapToDouble(weight).sum() / 2;
    for (var vector : vectors.stream().sorted(Comparator.comparingDouble(value)).toList()) {
      left -= weight.applyAsDouble(vector);
      if (left <= 0) {
        return value.applyAsDouble(vector);
      }
    }
    return 0;
  }
}
