package moviegen.wan;

import moviegen.tensor.Device;
import moviegen.tensor.HostMemory;
import moviegen.tensor.Ops;
import moviegen.tensor.Tensor;

/**
 * Where tokens stand, as angles by which pairs of a head's channels are turned: the first pairs by
 * the frame, the next by the row, the last by the column. Scores then depend on distances alone.
 *
 * @param turns cosine and sine of each pair's angle (n 1 d/2 2), float32
 */
record RotaryPositions(Tensor turns) {
  private static final double LONGEST = 10_000;

  /** Angles for a grid of tokens, and a head of width {@code d}, float32. */
  static RotaryPositions of(int frames, int rows, int columns, int d) {
    int side = d / 6;
    int[] pairs = {d / 2 - 2 * side, side, side};
    int n = Math.multiplyExact(Math.multiplyExact(frames, rows), columns);
    var turns = new float[Math.multiplyExact(n, d)];
    int at = 0;
    for (int token = 0; token < n; token++) {
      int[] place = {token / (rows * columns), token / columns % rows, token % columns};
      for (int axis = 0; axis < pairs.length; axis++) {
        for (int pair = 0; pair < pairs[axis]; pair++) {
          double angle = place[axis] * Math.pow(LONGEST, -(double) pair / pairs[axis]);
          turns[at++] = (float) Math.cos(angle);
          turns[at++] = (float) Math.sin(angle);
        }
      }
    }
    return new RotaryPositions(HostMemory.tensor(turns, n, 1, d / 2, 2));
  }

  RotaryPositions to(Device device) {
    return new RotaryPositions(turns.to(device));
  }

  /**
   * Turns neighboring channels of every head.
   *
   * @param x (b n heads d)
   * @return (b n heads d)
   */
  Tensor turn(Tensor x) {
    return Ops.turnPairs(x, turns);
  }
}
