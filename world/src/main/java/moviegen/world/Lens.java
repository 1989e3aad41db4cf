package moviegen.world;

/**
 * What a lens passes on to the pixels: each mixes with its neighbors by 1, 2, 1 along both axes.
 *
 * <p>Drawn edges are as sharp as a pixel; no camera's are. Without a lens they crawl when they move
 * by parts of a pixel, and a film shrunk to half its side and grown again keeps 29 dB of it; with
 * one, 36 (docs/decisions).
 */
final class Lens {
  private static final int PAIRS = 0x00ff00ff;
  private static final int HALF = 0x00020002;

  private Lens() {}

  /** Softens a picture (h w) of 8-bit red, green and blue in place. */
  static void soften(int[] pixels, int width, int height) {
    int[] line = new int[Math.max(width, height)];
    for (int y = 0; y < height; y++) {
      along(pixels, y * width, 1, width, line);
    }
    for (int x = 0; x < width; x++) {
      along(pixels, x, width, height, line);
    }
  }

  private static void along(int[] pixels, int start, int step, int count, int[] line) {
    for (int i = 0; i < count; i++) {
      line[i] = pixels[start + i * step];
    }
    for (int i = 0; i < count; i++) {
      int before = line[Math.max(0, i - 1)];
      int here = line[i];
      int after = line[Math.min(count - 1, i + 1)];
      pixels[start + i * step] =
          quarter(before >>> 8 & PAIRS, here >>> 8 & PAIRS, after >>> 8 & PAIRS) << 8
              | quarter(before & PAIRS, here & PAIRS, after & PAIRS);
    }
  }

  /** Two channels at once: (a + 2 b + c) / 4, rounded. */
  private static int quarter(int a, int b, int c) {
    return a + 2 * b + c + HALF >>> 2 & PAIRS;
  }
}
