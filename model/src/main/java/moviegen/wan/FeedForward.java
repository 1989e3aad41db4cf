package moviegen.wan;

import java.util.ArrayList;
import moviegen.nn.Linear;
import moviegen.nn.Params;
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
          new Narrow(form.of(params, width, hidden, "up"), form.of(params, hidden, width, "down"));
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
   * In 8 bits, some tokens after the others, so that what is between the layers stays in cache.
   * GELU is the exact one: it costs a quarter of the tanh form, and they differ by less than
   * 0.0005.
   */
  record Narrow(Projection up, Projection down) implements FeedForward {
    private static final long ROWS = 256;

    @Override
    public Tensor forward(Tensor x) {
      var parts = new ArrayList<Tensor>();
      for (var rows : x.reshape(-1, x.size(2)).split(ROWS, 0)) {
        parts.add(Scope.tidy(() -> down.apply(Ops.gelu(up.apply(rows)))));
      }
      return Ops.cat(parts, 0).reshape(x.shape());
    }
  }
}
