package moviegen.world;

/** A box blur in place, the same cost at every radius. */
final class Blur {
  private Blur() {}

  /** Averages over squares of side 2 radius + 1; beyond the edges there is nothing. */
  static void box(int[] values, int width, int height, int radius) {
    int[] line = new int[Math.max(width, height)];
    for (int y = 0; y < height; y++) {
      along(values, y * width, 1, width, radius, line);
    }
    for (int x = 0; x < width; x++) {
      along(values, x, width, height, radius, line);
    }
  }

  private static void along(int[] values, int start, int step, int count, int radius, int[] line) {
    int norm = (1 << 16) / (2 * radius + 1);
    int sum = 0;
    for (int i = 0; i < count; i++) {
      line[i] = values[start + i * step];
    }
    for (int i = 0; i < Math.min(radius, count); i++) {
      sum += line[i];
    }
    for (int i = 0; i < count; i++) {
      if (i + radius < count) {
        sum += line[i + radius];
      }
      if (i - radius - 1 >= 0) {
        sum -= line[i - radius - 1];
      }
      values[start + i * step] = sum * norm >> 16;
    }
  }
}
