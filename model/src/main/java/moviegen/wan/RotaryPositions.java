package moviegen.wan;

import java.util.List;
import moviegen.tensor.DType;
import moviegen.tensor.HostMemory;
import moviegen.tensor.Ops;
import moviegen.tensor.Tensor;

/**
 * Where tokens stand, as angles by which pairs of a head's channels are turned: the first pairs by
 * the frame, the next by the row, the last by the column. Scores then depend on distances alone.
 *
 * @param cos of each pair's angle (n d/2)
 * @param sin of each pair's angle (n d/2)
 */
record RotaryPositions(Tensor cos, Tensor sin) {
  private static final double LONGEST = 10_000;

  /** Angles for a grid of tokens, and a head of width {@code d}, float32. */
  static RotaryPositions of(int frames, int rows, int columns, int d) {
    int side = d / 6;
    int[] pairs = {d / 2 - 2 * side, side, side};
    int n = Math.multiplyExact(Math.multiplyExact(frames, rows), columns);
    var cos = new float[Math.multiplyExact(n, d / 2)];
    var sin = new float[cos.length];
    int at = 0;
    for (int token = 0; token < n; token++) {
      int[] place = {token / (rows * columns), token / columns % rows, token % columns};
      for (int axis = 0; axis < pairs.length; axis++) {
        for (int pair = 0; pair < pairs[axis]; pair++) {
          double angle = place[axis] * Math.pow(LONGEST, -(double) pair / pairs[axis]);
          cos[at] = (float) Math.cos(angle);
          sin[at++] = (float) Math.sin(angle);
        }
      }
    }
    return new RotaryPositions(
        HostMemory.tensor(cos, n, d / 2), HostMemory.tensor(sin, n, d / 2));
  }

  RotaryPositions to(DType dtype) {
    return new RotaryPositions(cos.to(dtype), sin.to(dtype));
  }

  /**
   * Turns neighboring channels of every head.
   *
   * @param x (b n heads d)
   * @return (b n heads d)
   */
  Tensor turn(Tensor x) {
    long[] shape = x.shape();
    var pairs = x.reshape(shape[0], shape[1], shape[2], shape[3] / 2, 2);
    var even = pairs.select(4, 0);
    var odd = pairs.select(4, 1);
    var c = cos.unsqueeze(1);
    var s = sin.unsqueeze(1);
    return Ops.stack(List.of(even.mul(c).sub(odd.mul(s)), even.mul(s).add(odd.mul(c))), 4)
        .reshape(shape);
  }
}
