package moviegen.world;

import java.util.function.DoubleConsumer;

/**
 * How long a frame takes: what moves leaves a trace of its way, as in a camera's film. A frame is
 * what is seen at its own time and a 64th of a second before and after, mixed by 1, 2, 1. That
 * spreads what moves as far as a shutter does that is open for 38 milliseconds, 0.6 of the time from
 * one frame to the next at 16 a second.
 */
final class Shutter {
  /** When the light of a frame falls, in seconds from its own time. */
  private static final double[] MOMENTS = {0, -1 / 64.0, 1 / 64.0};

  private static final int PAIRS = 0x00ff00ff;
  private static final int HALF = 0x00020002;

  private final int[][] seen;

  /**
   * @param pixels of a frame
   */
  Shutter(int pixels) {
    seen = new int[MOMENTS.length][pixels];
  }

  /**
   * Exposes a frame.
   *
   * @param time of the frame in seconds
   * @param pixels where {@code scene} leaves what is seen at a time, 0xAARRGGBB, and where the frame
   *     is left
   */
  void expose(double time, int[] pixels, DoubleConsumer scene) {
    for (int i = 0; i < MOMENTS.length; i++) {
      scene.accept(Math.max(0, time + MOMENTS[i]));
      System.arraycopy(pixels, 0, seen[i], 0, pixels.length);
    }
    for (int i = 0; i < pixels.length; i++) {
      pixels[i] = mixed(seen[0][i], seen[1][i], seen[2][i]);
    }
  }

  /** Half of the first, a quarter of each of the others. */
  private static int mixed(int at, int before, int after) {
    return at == before && at == after
        ? at
        : pairs(at >>> 8 & PAIRS, before >>> 8 & PAIRS, after >>> 8 & PAIRS) << 8
            | pairs(at & PAIRS, before & PAIRS, after & PAIRS);
  }

  private static int pairs(int at, int before, int after) {
    return 2 * at + before + after + HALF >>> 2 & PAIRS;
  }
}
