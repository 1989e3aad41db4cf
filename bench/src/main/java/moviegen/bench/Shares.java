package moviegen.bench;

import static moviegen.tensor.Axis.axis;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import moviegen.nn.RmsNorm;
import moviegen.nn.ScaledDotProduct;
import moviegen.tensor.DType;
import moviegen.tensor.Native;
import moviegen.tensor.Ops;
import moviegen.tensor.Scope;
import moviegen.tensor.Tensor;
import moviegen.transformer.TransformerConfig;

/**
 * Where a transformer's time goes besides its linear layers: each other operation of a block timed
 * alone at its shape, times how often a block does it, times the blocks.
 */
record Shares(TransformerConfig config, long size, long tokens, long words, boolean training) {
  private static final Stopwatch STOPWATCH = new Stopwatch(3);

  /** Prints each operation's share of {@code seconds}. */
  void print(double seconds) {
    try (var _ = Scope.open()) {
      measure()
          .forEach(
              (name, cost) ->
                  System.out.printf(
                      Locale.ROOT, "  %-44s %8.3f s %5.1f %%%n", name, cost, 100 * cost / seconds));
    }
  }

  private Map<String, Double> measure() {
    long c = config.width();
    long d = config.headWidth();
    var x = leaf(size, tokens, c);
    var y = leaf(size, tokens, c);
    var row = leaf(size, 1, c);
    var q = leaf(size, config.heads(), tokens, d);
    var k = leaf(size, config.heads(), words, d);
    var qkv = leaf(size, tokens, 3 * c);
    var gate = leaf(size, tokens, config.hidden());
    var up = leaf(size, tokens, config.hidden());
    var bias = Ops.zeros(size, 1, 1, words).to(DType.BFLOAT16);
    var heads = axis("h", config.heads());
    var shares = new LinkedHashMap<String, Double>();
    shares.put(
        "self-attention: products and softmax",
        cost(1, () -> ScaledDotProduct.attend(q, q, q, Optional.empty(), 1)));
    shares.put(
        "cross-attention: products and softmax",
        cost(1, () -> ScaledDotProduct.attend(q, k, k, Optional.of(bias), 1)));
    shares.put(
        "splitting and joining heads",
        cost(1, () -> qkv.rearrange("b n (p h d) -> p b h n d", axis("p", 3), heads).contiguous())
            + cost(1, () -> x.rearrange("b n (h d) -> b h n d", heads).contiguous())
            + cost(2, () -> q.rearrange("b h n d -> b n (h d)").contiguous()));
    shares.put("norms of tokens", cost(3, () -> RmsNorm.normalizeRows(x)));
    shares.put("norms of queries and keys", cost(3, () -> RmsNorm.normalizeRows(q)));
    shares.put(
        "modulation, gates and residuals",
        cost(4, () -> Ops.addcmul(x, y, row)) + cost(2, () -> x.add(y)));
    shares.put("SiLU and its product", cost(1, () -> gate.silu().mul(up)));
    return shares;
  }

  /** Seconds that all blocks spend in an operation that each does {@code times} times. */
  private double cost(int times, Supplier<Tensor> operation) {
    double forward = seconds(operation, false);
    return config.depth() * times * (training ? seconds(operation, true) : forward);
  }

  private double seconds(Supplier<Tensor> operation, boolean backward) {
    if (!backward) {
      try (var _ = Native.noGrad()) {
        return STOPWATCH.seconds(
            () -> {
              var _ = operation.get();
            });
      }
    }
    var ones = Ops.ones(1).to(DType.BFLOAT16);
    return STOPWATCH.seconds(
        () -> {
          var y = operation.get();
          y.backward(ones.expand(y.shape()).contiguous());
        });
  }

  private static Tensor leaf(long... shape) {
    return Ops.randn(shape).to(DType.BFLOAT16).requiresGrad();
  }
}
