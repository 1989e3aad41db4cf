package moviegen.media;

import java.util.Random;

/** Small films to test with. */
final class Films {
  /** Color of a place and time, 0xRRGGBB. */
  interface Paint {
    int at(int t, int y, int x);
  }

  private Films() {}

  static Frames of(int count, int height, int width, double fps, Paint paint) {
    var film = Frames.black(count, height, width, fps);
    var at = 0;
    for (var t = 0; t < count; t++) {
      for (var y = 0; y < height; y++) {
        for (var x = 0; x < width; x++) {
          var color = paint.at(t, y, x);
          film.pixels().put(at++, (byte) (color >> 16));
          film.pixels().put(at++, (byte) (color >> 8));
          film.pixels().put(at++, (byte) color);
        }
      }
    }
    return film;
  }

  static Frames solid(int color) {
    return of(4, 64, 64, 16, (_, _, _) -> color);
  }

  /** A red ball over a sky that changes from top to bottom. */
  static Frames ball(int count, int height, int width, double fps) {
    return of(
        count,
        height,
        width,
        fps,
        (t, y, x) -> {
          var inside = Math.hypot(x - width / 3.0 - t, y - height / 2.0) < height / 6.0;
          return inside ? 0xd03028 : gray(90 + 100 * y / height) + 0x000028;
        });
  }

  /** Frame t is gray of value 8 t. */
  static Frames counting(int count, double fps) {
    return of(count, 32, 32, fps, (t, _, _) -> gray(8 * t));
  }

  static Frames noise(long seed, int count, int height, int width) {
    var random = new Random(seed);
    return of(count, height, width, 16, (_, _, _) -> random.nextInt(1 << 24));
  }

  static int gray(int value) {
    return value << 16 | value << 8 | value;
  }
}
