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
 * an accelerator, in float32, and where it has been found to be faster; else on a CPU in a narrower
 * type products and a softmax, in blocks of heads and queries whose scores stay in cache.
 */
public final class ScaledDotProduct {
  private static final long SCORES_IN_CACHE = 1 << 20;

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
    if (bias.isPresent()) {
      return biased(q, k, v, bias.get(), scale);
    }
    return isFused(q, k, v) ? Ops.attention(q, k, v, scale) : products(q, k, v, scale);
  }

  private static boolean isFused(Tensor q, Tensor k, Tensor v) {
    boolean learned = q.isLearned() || k.isLearned() || v.isLearned();
    return !q.isCpu() || q.dtype() == DType.FLOAT32 || (!learned && FusedAttention.isFasterFor(q));
  }

  /** As products and a softmax. */
  static Tensor products(Tensor q, Tensor k, Tensor v, double scale) {
    var queries = groups(scale == 1 ? q : q.mul(scale));
    var y =
        q.size(2) * k.size(2) > SCORES_IN_CACHE / 2
            ? alone(queries, groups(k), groups(v))
            : blocks(queries, groups(k).transpose(1, 2).contiguous(), groups(v));
    return y.reshape(q.shape());
  }

  /** (b heads n d) → (b·heads n d). */
  private static Tensor groups(Tensor x) {
    return x.reshape(x.size(0) * x.size(1), x.size(2), x.size(3));
  }

  private static Tensor biased(Tensor q, Tensor k, Tensor v, Tensor bias, double scale) {
    var scores = groups(scale == 1 ? q : q.mul(scale)).matmul(groups(k).transpose(1, 2));
    scores.reshape(q.size(0), q.size(1), q.size(2), k.size(2)).add_(bias.to(scores.dtype()));
    return scores.softmax(2).matmul(groups(v)).reshape(q.shape());
  }

  /** One head after the other, of many tokens. */
  private static Tensor alone(Tensor q, Tensor k, Tensor v) {
    long blocks = Math.ceilDiv(q.size(1) * k.size(1), 2 * SCORES_IN_CACHE);
    long most = Math.ceilDiv(q.size(1), blocks);
    var heads = new ArrayList<Tensor>();
    for (int head = 0; head < q.size(0); head++) {
      var keys = k.select(0, head);
      var values = v.select(0, head);
      var parts = new ArrayList<Tensor>();
      for (var some : q.select(0, head).split(most, 0)) {
        parts.add(Scope.tidy(() -> Ops.scores(some, keys).softmax(1).matmul(values)));
      }
      heads.add(join(parts, 0));
    }
    return Ops.stack(heads, 0);
  }

  /** Several heads at a time, of few tokens. */
  private static Tensor blocks(Tensor q, Tensor k, Tensor v) {
    int heads = (int) (SCORES_IN_CACHE / (q.size(1) * k.size(2)));
    var parts = new ArrayList<Tensor>();
    var keys = k.split(heads, 0);
    var values = v.split(heads, 0);
    var blocks = q.split(heads, 0);
    for (int i = 0; i < blocks.size(); i++) {
      var some = blocks.get(i);
      var theirs = keys.get(i);
      var those = values.get(i);
      parts.add(Scope.tidy(() -> some.matmul(theirs).softmax(2).matmul(those)));
    }
    return join(parts, 0);
  }

  private static Tensor join(List<Tensor> parts, int axis) {
    return parts.size() == 1 ? parts.getFirst() : Ops.cat(parts, axis);
  }
}
