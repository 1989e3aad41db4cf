package moviegen.transformer;

import java.util.List;
import java.util.random.RandomGenerator;
import moviegen.tensor.HostMemory;
import moviegen.tensor.Ops;
import moviegen.tensor.Tensor;

/**
 * A way past the middle layers for half of a film's tokens, in training alone (Krause, Phan, Hu and
 * Ommer 2025, "TREAD"): they come back behind those layers as they went, among the others in their
 * places. A step costs less, and what the first layers say reaches the last ones directly.
 *
 * @param from the first layer that only some tokens go through
 * @param to the first layer that all go through again
 * @param taken which tokens go through the middle (m)
 * @param skipping which go past it (n - m)
 * @param back where each token is, those that went through coming first (n)
 */
public record TokenRoute(int from, int to, Tensor taken, Tensor skipping, Tensor back) {
  /** Half of {@code tokens} tokens past the middle half of {@code depth} layers. */
  public static TokenRoute draw(int depth, int tokens, RandomGenerator random) {
    long[] order = new long[tokens];
    for (int i = 0; i < tokens; i++) {
      int other = random.nextInt(i + 1);
      order[i] = order[other];
      order[other] = i;
    }
    long[] back = new long[tokens];
    for (int i = 0; i < tokens; i++) {
      back[(int) order[i]] = i;
    }
    int half = Math.ceilDiv(tokens, 2);
    var all = HostMemory.tensor(order, tokens);
    return new TokenRoute(
        depth / 4,
        depth - depth / 4,
        all.narrow(0, 0, half),
        all.narrow(0, half, tokens - half),
        HostMemory.tensor(back, tokens));
  }

  /** Those that go through the middle. */
  Tensor taken(Tensor tokens, int axis) {
    return tokens.indexSelect(axis, taken);
  }

  /**
   * All tokens in their places.
   *
   * @param through those that went through the middle (b m c)
   * @param before all of them before it (b n c)
   */
  Tensor joined(Tensor through, Tensor before) {
    return Ops.cat(List.of(through, before.indexSelect(1, skipping)), 1).indexSelect(1, back);
  }
}
