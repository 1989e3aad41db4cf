package moviegen.wan;

import java.util.ArrayList;
import java.util.List;
import moviegen.nn.Linear;
import moviegen.nn.Params;
import moviegen.tensor.DType;
import moviegen.tensor.Ops;
import moviegen.tensor.Scope;
import moviegen.tensor.Tensor;

/** Two linear layers with GELU between them. */
sealed interface FeedForward {
  /**
   * @param x (b n c)
   * @return (b n c)
   */
  Tensor forward(Tensor x);

  static FeedForward of(Params params, WanConfig config, Projection.Form form) {
    int width = config.width();
    int hidden = config.hidden();
    return switch (form) {
      case PLAIN ->
          new Plain(
              Linear.biased(params.at("up"), width, hidden),
              Linear.biased(params.at("down"), hidden, width));
      case INT8 ->
          new Narrow(
              LinearInt8.of(params, width, hidden, List.of("up")),
              LinearInt8.of(params, hidden, width, List.of("down")));
    };
  }

  /** With the tanh form of GELU, as the original. */
  record Plain(Linear up, Linear down) implements FeedForward {
    @Override
    public Tensor forward(Tensor x) {
      var bias = up.bias().orElseThrow().to(x.dtype());
      return down.forward(Ops.linearGelu(x, up.weight().to(x.dtype()), bias));
    }
  }

  /**
   * In 8 bits. What is between the layers is made some tokens at a time, so that it stays in cache.
   * GELU is the exact one: it costs a quarter of the tanh form, and they differ by less than
   * 0.0005.
   */
  record Narrow(LinearInt8 up, LinearInt8 down) implements FeedForward {
    /** So many tokens at a time bound the memory of a long film. */
    private static final long TOKENS = 2048;

    /** How far below zero GELU goes, at most. */
    private static final double DEEPEST = 0.17;

    @Override
    public Tensor forward(Tensor x) {
      var parts = new ArrayList<Tensor>();
      for (var some : x.reshape(-1, x.size(2)).split(TOKENS, 0)) {
        parts.add(Scope.tidy(() -> tokens(some)));
      }
      return (parts.size() == 1 ? parts.getFirst() : Ops.cat(parts, 0)).reshape(x.shape());
    }

    private Tensor tokens(Tensor x) {
      var narrow = NarrowTokens.of(x);
      var product = up.product(narrow, x.dtype());
      var scales = narrow.scales().to(DType.FLOAT32);
      var bias = up.bias().to(DType.FLOAT32);
      var hidden =
          NarrowTokens.of(
              product.size(0),
              product.size(1),
              x.dtype(),
              (start, count) ->
                  NarrowTokens.wide(product.narrow(0, start, count))
                      .mul_(scales.narrow(0, start, count))
                      .add_(bias)
                      .gelu_(),
              y -> y.amaxKeeping(1).clamp(DEEPEST, Float.MAX_VALUE));
      return down.forward(hidden, x.dtype());
    }
  }
}
