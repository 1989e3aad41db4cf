package moviegen.nn;

import java.util.ArrayList;
import java.util.Optional;
import moviegen.tensor.DType;
import moviegen.tensor.Ops;
import moviegen.tensor.Tensor;

/**
 * Softmax(q k' / sqrt(d) + bias) v in the form that is fast where the tensors live: the fused
 * kernel on an accelerator and in float32; on a CPU in a narrower type products and a softmax, a
 * few heads at a time so that the scores stay in cache.
 */
public final class ScaledDotProduct {
  private static final long SCORES_IN_CACHE = 1 << 20;

  private ScaledDotProduct() {}

  public static Tensor attend(Tensor q, Tensor k, Tensor v) {
    return attend(q, k, v, Optional.empty());
  }

  /**
   * @param q (b heads n d)
   * @param k (b heads m d)
   * @param v (b heads m d)
   * @param bias added to the scores, broadcast to (b heads n m)
   * @return (b heads n d)
   */
  public static Tensor attend(Tensor q, Tensor k, Tensor v, Optional<Tensor> bias) {
    if (bias.isEmpty() && (!q.isCpu() || q.dtype() == DType.FLOAT32)) {
      return Ops.attention(q, k, v);
    }
    var scaled = q.mul(1 / Math.sqrt(q.size(3)));
    long scores = q.size(0) * q.size(2) * k.size(2);
    int heads = (int) q.size(1);
    int block = Math.clamp(SCORES_IN_CACHE / Math.max(1, scores), 1, heads);
    if (block == heads) {
      return products(scaled, k, v, bias);
    }
    var parts = new ArrayList<Tensor>();
    for (int head = 0; head < heads; head += block) {
      int first = head;
      int some = Math.min(block, heads - head);
      var part =
          bias.map(b -> b.rank() == 4 && b.size(1) == heads ? b.narrow(1, first, some) : b);
      parts.add(
          products(
              scaled.narrow(1, first, some),
              k.narrow(1, first, some),
              v.narrow(1, first, some),
              part));
    }
    return Ops.cat(parts, 1);
  }

  private static Tensor products(Tensor q, Tensor k, Tensor v, Optional<Tensor> bias) {
    var scores = q.matmul(k.transpose(2, 3));
    var sum = bias.map(b -> scores.add(b.to(scores.dtype()))).orElse(scores);
    return sum.softmax(3).matmul(v);
  }
}
