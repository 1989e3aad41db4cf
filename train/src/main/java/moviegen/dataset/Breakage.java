package moviegen.dataset;

import java.nio.ByteBuffer;
import java.util.SplittableRandom;
import moviegen.media.Frames;

/** Ways in which a film is none: what it once showed cannot be relied on. */
enum Breakage {
  /** Squares change places. */
  SHUFFLED {
    @Override
    void apply(Frames film, SplittableRandom random) {
      int side = SIDES[random.nextInt(SIDES.length)];
      boolean flickers = random.nextBoolean();
      var order = order(film, side, random);
      for (int t = 0; t < film.count(); t++) {
        if (flickers) {
          order = order(film, side, random);
        }
        shuffle(film.frame(t), film.width(), side, order);
      }
    }

    private int[] order(Frames film, int side, SplittableRandom random) {
      var order = new int[film.width() / side * (film.height() / side)];
      for (int i = 0; i < order.length; i++) {
        order[i] = i;
      }
      for (int i = order.length - 1; i > 0; i--) {
        int other = random.nextInt(i + 1);
        int kept = order[i];
        order[i] = order[other];
        order[other] = kept;
      }
      return order;
    }

    private void shuffle(ByteBuffer frame, int width, int side, int... order) {
      var from = new byte[frame.capacity()];
      frame.get(0, from);
      int columns = width / side;
      for (int i = 0; i < order.length; i++) {
        for (int y = 0; y < side; y++) {
          int to = ((i / columns * side + y) * width + i % columns * side) * COLORS;
          int at = ((order[i] / columns * side + y) * width + order[i] % columns * side) * COLORS;
          frame.put(to, from, at, side * COLORS);
        }
      }
    }
  },

  /** Most of it is colored clouds, as of latents that are not done. */
  CLOUDED {
    @Override
    void apply(Frames film, SplittableRandom random) {
      double kept = 0.5 * random.nextDouble();
      int side = SIDES[random.nextInt(SIDES.length)];
      boolean flickers = random.nextBoolean();
      long seed = random.nextLong();
      for (int t = 0; t < film.count(); t++) {
        var frame = film.frame(t);
        long cloud = flickers ? seed + t / 2 : seed;
        for (int at = 0; at < frame.capacity(); at++) {
          int color = at % COLORS;
          int x = at / COLORS % film.width();
          int y = at / COLORS / film.width();
          double value = smooth(cloud, x / (double) side, y / (double) side, color);
          int was = Byte.toUnsignedInt(frame.get(at));
          frame.put(at, (byte) Math.round(kept * was + (1 - kept) * value));
        }
      }
    }

    private double smooth(long seed, double x, double y, int color) {
      int left = (int) x;
      int top = (int) y;
      double u = x - left;
      double v = y - top;
      double upper =
          value(seed, left, top, color) * (1 - u) + value(seed, left + 1, top, color) * u;
      double lower =
          value(seed, left, top + 1, color) * (1 - u) + value(seed, left + 1, top + 1, color) * u;
      return upper * (1 - v) + lower * v;
    }

    private int value(long seed, int x, int y, int color) {
      long z =
          (seed + x * 0x9E3779B97F4A7C15L + y * 0xD1B54A32D192ED03L + color) * 0xBF58476D1CE4E5B9L;
      return (int) ((z ^ (z >>> 29)) >>> 32) & 255;
    }
  },

  /** Every square has one color. */
  COARSE {
    @Override
    void apply(Frames film, SplittableRandom random) {
      int side = 12 + random.nextInt(20);
      for (int t = 0; t < film.count(); t++) {
        var frame = film.frame(t);
        for (int at = 0; at < frame.capacity(); at++) {
          int x = at / COLORS % film.width() / side * side;
          int y = at / COLORS / film.width() / side * side;
          frame.put(at, frame.get((y * film.width() + x) * COLORS + at % COLORS));
        }
      }
    }
  },

  /** Its frames are in disorder. */
  DISORDERED {
    @Override
    void apply(Frames film, SplittableRandom random) {
      var all = new byte[film.pixels().capacity()];
      film.pixels().get(0, all);
      int length = all.length / film.count();
      int step = film.count() / 2 - 1;
      int first = random.nextInt(film.count());
      for (int t = 0; t < film.count(); t++) {
        film.pixels().put(t * length, all, (first + t * step) % film.count() * length, length);
      }
    }
  },

  /** Rows are torn aside, other ones in every frame. */
  TORN {
    @Override
    void apply(Frames film, SplittableRandom random) {
      int most = film.width() / 6 + random.nextInt(film.width() / 3);
      int row = film.width() * COLORS;
      var from = new byte[row];
      for (int t = 0; t < film.count(); t++) {
        var frame = film.frame(t);
        for (int y = 0; y < film.height(); ) {
          int height = 2 + random.nextInt(10);
          int aside = random.nextInt(-most, most + 1) * COLORS;
          for (int end = Math.min(film.height(), y + height); y < end; y++) {
            frame.get(y * row, from);
            for (int x = 0; x < row; x++) {
              frame.put(y * row + x, from[Math.floorMod(x + aside, row)]);
            }
          }
        }
      }
    }
  },

  /** Nothing is left of it but grain. */
  GRAINY {
    @Override
    void apply(Frames film, SplittableRandom random) {
      double kept = 0.5 * random.nextDouble();
      for (int at = 0; at < film.pixels().capacity(); at++) {
        int was = Byte.toUnsignedInt(film.pixels().get(at));
        film.pixels().put(at, (byte) Math.round(kept * was + (1 - kept) * random.nextInt(256)));
      }
    }
  };

  private static final int COLORS = 3;
  private static final int[] SIDES = {8, 16, 32};

  /** Changes a film in place. */
  abstract void apply(Frames film, SplittableRandom random);

  /** One of all ways. */
  static Breakage draw(SplittableRandom random) {
    return values()[random.nextInt(values().length)];
  }
}
