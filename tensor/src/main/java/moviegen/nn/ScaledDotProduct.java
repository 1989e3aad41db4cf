package moviegen.nn;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import moviegen.tensor.DType;
import moviegen.tensor.Ops;
import moviegen.tensor.Scope;
import moviegen.tensor.Tensor;

/**
 * Softmax(q k' scale + bias) v in the form that is fast where the tensors live: the fused kernel on
 * an accelerator and in float32; on a CPU in a narrower type products and a softmax, in blocks of
 * heads and queries whose scores stay in cache.
 */
public final class ScaledDotProduct {
  private static final long SCORES_IN_CACHE = 1 << 20;
  private static final long MOST_QUERIES = 512;

  private ScaledDotProduct() {}

  public static Tensor attend(Tensor q, Tensor k, Tensor v) {
    return attend(q, k, v, Optional.empty());
  }

  /** Scaled by one over the root of the head's width. */
  public static Tensor attend(Tensor q, Tensor k, Tensor v, Optional<Tensor> bias) {
    return attend(q, k, v, bias, 1 / Math.sqrt(q.size(3)));
  }

  /**
   * @param q (b heads n d)
   * @param k (b heads m d)
   * @param v (b heads m d)
   * @param bias added to the scores, broadcast to (b heads n m)
   * @return (b heads n d)
   */
  public static Tensor attend(Tensor q, Tensor k, Tensor v, Optional<Tensor> bias, double scale) {
    if (bias.isEmpty() && (!q.isCpu() || q.dtype() == DType.FLOAT32)) {
      return Ops.attention(q, k, v, scale);
    }
    long[] shape = q.shape();
    var queries = groups(scale == 1 ? q : q.mul(scale));
    var keys = groups(k).transpose(1, 2);
    var y =
        bias.isPresent()
            ? biased(queries, keys, groups(v), bias.get(), shape)
            : blocks(queries, keys.contiguous(), groups(v));
    return y.reshape(shape);
  }

  /** (b heads n d) → (b·heads n d). */
  private static Tensor groups(Tensor x) {
    return x.reshape(x.size(0) * x.size(1), x.size(2), x.size(3));
  }

  private static Tensor biased(Tensor q, Tensor k, Tensor v, Tensor bias, long... shape) {
    var scores = q.matmul(k);
    scores.reshape(shape[0], shape[1], shape[2], k.size(2)).add_(bias.to(scores.dtype()));
    return scores.softmax(2).matmul(v);
  }

  private static Tensor blocks(Tensor q, Tensor k, Tensor v) {
    long queries = Math.min(q.size(1), MOST_QUERIES);
    int heads = (int) Math.max(1, SCORES_IN_CACHE / (queries * k.size(2)));
    var parts = new ArrayList<Tensor>();
    var keys = k.split(heads, 0);
    var values = v.split(heads, 0);
    var blocks = q.split(heads, 0);
    for (int i = 0; i < blocks.size(); i++) {
      parts.add(rows(blocks.get(i), keys.get(i), values.get(i), queries));
    }
    return join(parts, 0);
  }

  private static Tensor rows(Tensor q, Tensor k, Tensor v, long queries) {
    var parts = new ArrayList<Tensor>();
    for (var some : q.split(queries, 1)) {
      parts.add(Scope.tidy(() -> some.matmul(k).softmax(2).matmul(v)));
    }
    return join(parts, 1);
  }

  private static Tensor join(List<Tensor> parts, int axis) {
    return parts.size() == 1 ? parts.getFirst() : Ops.cat(parts, axis);
  }
}
