package moviegen.media;

/**
 * Resizing with the cubic kernel of a = −½, widened by the scale when shrinking, so that nothing
 * aliases (Keys 1981).
 */
public final class Bicubic {
  private static final double A = -0.5;
  private static final int SUPPORT = 2;

  private Bicubic() {}

  /** Resizes every frame. */
  public static Frames resize(Frames film, int width, int height) {
    var across = new Taps(film.width(), width);
    var down = new Taps(film.height(), height);
    var resized = Frames.black(film.count(), height, width, film.fps());
    var wide = new float[film.height() * width * 3];
    for (var t = 0; t < film.count(); t++) {
      var from = film.frame(t);
      var to = resized.frame(t);
      for (var i = 0; i < wide.length; i++) {
        wide[i] = 0;
        var x = i / 3 % width;
        var start = (i / (3 * width) * film.width() + across.first[x]) * 3 + i % 3;
        for (var k = 0; k < across.weights[x].length; k++) {
          wide[i] += across.weights[x][k] * (from.get(start + 3 * k) & 0xff);
        }
      }
      for (var i = 0; i < to.capacity(); i++) {
        var y = i / (3 * width);
        var sum = 0f;
        for (var k = 0; k < down.weights[y].length; k++) {
          sum += down.weights[y][k] * wide[(down.first[y] + k) * width * 3 + i % (3 * width)];
        }
        to.put(i, (byte) Math.clamp(Math.round(sum), 0, 255));
      }
    }
    return resized;
  }

  /** Shrinks every side by {@code factor} and grows it back: what is left of a film then. */
  public static Frames downAndUp(Frames film, int factor) {
    var small =
        resize(
            film,
            Math.max(1, Math.ceilDiv(film.width(), factor)),
            Math.max(1, Math.ceilDiv(film.height(), factor)));
    return resize(small, film.width(), film.height());
  }

  /** For every place of a resized line, where its source begins and what each value weighs. */
  private static final class Taps {
    final int[] first;
    final float[][] weights;

    Taps(int from, int to) {
      first = new int[to];
      weights = new float[to][];
      var scale = (double) from / to;
      var widening = Math.max(1, scale);
      for (var i = 0; i < to; i++) {
        var center = (i + 0.5) * scale;
        var start = (int) Math.max(0, Math.round(center - SUPPORT * widening));
        var end = (int) Math.min(from, Math.round(center + SUPPORT * widening));
        first[i] = start;
        weights[i] = weights(start, Math.max(1, end - start), center, widening);
      }
    }

    private static float[] weights(int start, int count, double center, double widening) {
      var weights = new float[count];
      var sum = 0.0;
      for (var k = 0; k < count; k++) {
        weights[k] = (float) kernel((start + k + 0.5 - center) / widening);
        sum += weights[k];
      }
      for (var k = 0; k < count; k++) {
        weights[k] = (float) (weights[k] / sum);
      }
      return weights;
    }

    private static double kernel(double distance) {
      var x = Math.abs(distance);
      if (x < 1) {
        return ((A + 2) * x - (A + 3)) * x * x + 1;
      }
      return x < 2 ? ((x - 5) * x + 8) * x * A - 4 * A : 0;
    }
  }
}
