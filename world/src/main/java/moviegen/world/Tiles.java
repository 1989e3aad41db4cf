package moviegen.world;

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
  void read(Canvas frame, Canvas subject, int[] colors) {
    java.util.Arrays.fill(sums, 0);
    java.util.Arrays.fill(own, 0);
    for (int i = 0; i < tileOf.length; i++) {
      int tile = 4 * tileOf[i];
      int[] to = subject.pixels[i] >>> 24 > 127 ? own : sums;
      int rgb = frame.pixels[i];
      to[tile] += rgb >> 16 & 255;
      to[tile + 1] += rgb >> 8 & 255;
      to[tile + 2] += rgb & 255;
      to[tile + 3]++;
    }
    for (int tile = 0; tile < count; tile++) {
      int k = 4 * tile;
      boolean filled = own[k + 3] > sums[k + 3];
      int[] from = filled ? own : sums;
      int n = Math.max(1, from[k + 3]);
      colors[tile] =
          (filled ? 0xff000000 : 0)
              | from[k] / n << 16
              | from[k + 1] / n << 8
              | from[k + 2] / n;
    }
  }
}
