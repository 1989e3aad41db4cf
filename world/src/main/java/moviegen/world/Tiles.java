package moviegen.world;

import java.util.Arrays;

/** Means of colors over the tiles of a picture, the subject's apart from the ground's. */
final class Tiles {
  private final int[] tileOf;
  private final int[] sums;
  private final int[] own;
  private final int count;

  /** Tiles given by the number of each pixel's tile. */
  Tiles(int[] tileOf, int count) {
    this.tileOf = tileOf;
    this.count = count;
    sums = new int[4 * count];
    own = new int[4 * count];
  }

  /** Reads a frame: the color of every tile, marked in its alpha where the subject fills half. */
  void read(Canvas frame, Cast cast, int[] colors) {
    gather(frame, cast);
    for (int tile = 0; tile < count; tile++) {
      boolean filled = own[4 * tile + 3] > sums[4 * tile + 3];
      colors[tile] = filled ? 0xff000000 | mean(own, tile) : mean(sums, tile);
    }
  }

  /** Reads a frame: the colors of every tile's two parts, the ground's and the subject's. */
  void read(Canvas frame, Cast cast, int[] ground, int[] mine) {
    gather(frame, cast);
    for (int tile = 0; tile < count; tile++) {
      ground[tile] = mean(sums, tile);
      mine[tile] = mean(own, tile);
    }
  }

  private void gather(Canvas frame, Cast cast) {
    Arrays.fill(sums, 0);
    Arrays.fill(own, 0);
    for (int i = 0; i < tileOf.length; i++) {
      int tile = 4 * tileOf[i];
      int[] to = cast.alpha[i] > 127 ? own : sums;
      int rgb = frame.pixels[i];
      to[tile] += rgb >> 16 & 255;
      to[tile + 1] += rgb >> 8 & 255;
      to[tile + 2] += rgb & 255;
      to[tile + 3]++;
    }
  }

  private static int mean(int[] from, int tile) {
    int k = 4 * tile;
    int n = Math.max(1, from[k + 3]);
    return from[k] / n << 16 | from[k + 1] / n << 8 | from[k + 2] / n;
  }
}
