package moviegen.evaluate;

import java.util.List;
import moviegen.media.Frames;

/**
 * Brightness of one picture, from 0 to 255.
 *
 * @param values (h w)
 */
record Luma(int width, int height, float[] values) {
  /** Differences count as no larger, so that a drop of rain does not decide. */
  private static final float MOST = 48;

  static Luma of(Frames film, int index) {
    var rgb = new byte[3 * film.width() * film.height()];
    film.frame(index).get(0, rgb);
    var values = new float[rgb.length / 3];
    for (int i = 0; i < values.length; i++) {
      values[i] =
          0.299f * (rgb[3 * i] & 255)
              + 0.587f * (rgb[3 * i + 1] & 255)
              + 0.114f * (rgb[3 * i + 2] & 255);
    }
    return new Luma(film.width(), film.height(), values);
  }

  float at(int x, int y) {
    return values[y * width + x];
  }

  /** The brightness at a point between pixels, whose centers are at halves. */
  float between(double x, double y) {
    double u = Math.clamp(x - 0.5, 0.0, width - 1.001);
    double v = Math.clamp(y - 0.5, 0.0, height - 1.001);
    int column = (int) u;
    int row = (int) v;
    double right = u - column;
    double down = v - row;
    double upper = at(column, row) * (1 - right) + at(column + 1, row) * right;
    double lower = at(column, row + 1) * (1 - right) + at(column + 1, row + 1) * right;
    return (float) (upper * (1 - down) + lower * down);
  }

  /** This picture less a share of another. */
  Luma less(Luma other, float share) {
    var rest = new float[values.length];
    for (int i = 0; i < rest.length; i++) {
      rest[i] = values[i] - share * other.values[i];
    }
    return new Luma(width, height, rest);
  }

  /** The mean of pictures of one size. */
  static Luma mean(List<Luma> pictures) {
    var first = pictures.getFirst();
    var mean = new float[first.values.length];
    for (var picture : pictures) {
      for (int i = 0; i < mean.length; i++) {
        mean[i] += picture.values[i] / pictures.size();
      }
    }
    return new Luma(first.width, first.height, mean);
  }

  /** The same at half the size, each value the mean of four. */
  Luma halved() {
    int w = width / 2;
    int h = height / 2;
    var small = new float[w * h];
    for (int y = 0; y < h; y++) {
      for (int x = 0; x < w; x++) {
        int i = 2 * y * width + 2 * x;
        small[y * w + x] =
            (values[i] + values[i + 1] + values[i + width] + values[i + width + 1]) / 4;
      }
    }
    return new Luma(w, h, small);
  }

  /** Mean squared slope along one axis inside a square. */
  double slope(int left, int top, int side, int stepX, int stepY) {
    double sum = 0;
    for (int y = top + 1; y < top + side - 1; y++) {
      for (int x = left + 1; x < left + side - 1; x++) {
        double slope = (at(x + stepX, y + stepY) - at(x - stepX, y - stepY)) / 2;
        sum += slope * slope;
      }
    }
    return sum / ((side - 2) * (side - 2));
  }

  /**
   * How much a square differs from one of another picture, shifted; infinite where that one is
   * outside, and at least {@code enough} as soon as it is as much.
   */
  double difference(Luma other, int left, int top, int side, int dx, int dy, double enough) {
    if (left + dx < 0
        || top + dy < 0
        || left + dx + side > other.width
        || top + dy + side > other.height) {
      return Double.POSITIVE_INFINITY;
    }
    double sum = 0;
    for (int y = 0; y < side && sum < enough; y++) {
      int from = (top + y) * width + left;
      int to = (top + dy + y) * other.width + left + dx;
      for (int x = 0; x < side; x++) {
        float d = Math.clamp(values[from + x] - other.values[to + x], -MOST, MOST);
        sum += d * d;
      }
    }
    return sum;
  }
}
