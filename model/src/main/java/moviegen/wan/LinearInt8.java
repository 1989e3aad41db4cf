package moviegen.wan;

import java.util.ArrayList;
import java.util.List;
import moviegen.nn.Linear;
import moviegen.nn.Params;
import moviegen.tensor.DType;
import moviegen.tensor.Int8;
import moviegen.tensor.Ops;
import moviegen.tensor.Scope;
import moviegen.tensor.Tensor;

/**
 * {@code y = x W' + b} in 8 bits: every output has its own scale of weights, every token its own
 * scale of activations.
 *
 * @param weight in the layout of {@link Int8#pack}
 * @param scales of the outputs (out), float32
 * @param bias (out)
 */
record LinearInt8(Tensor weight, Tensor scales, Tensor bias) {
  /** The largest byte on both sides of zero. */
  private static final double MOST = 127;

  /** Less than any activation that matters; a token of zeros is divided by it. */
  private static final double LEAST = 1e-12;

  /** Tokens whose activations in float32 and in bytes stay in cache. */
  private static final long ROWS = 256;

  /** The layers {@code names}, one below the other as one; what they were is freed. */
  static LinearInt8 of(Params params, int in, int out, List<String> names) {
    String name = String.join("_", names);
    try (var _ = Scope.open()) {
      var layers = names.stream().map(part -> Linear.biased(params.at(part), in, out)).toList();
      var weight = Ops.cat(layers.stream().map(layer -> layer.weight().to(DType.FLOAT32)).toList(), 0);
      var bias = Ops.cat(layers.stream().map(layer -> layer.bias().orElseThrow()).toList(), 0);
      var scales = reach(weight).mul(1 / MOST);
      var rounded = weight.div(scales).round().to(DType.INT8);
      for (var part : names) {
        params.at(part).drop("weight");
        params.at(part).drop("bias");
      }
      var own = params.at(name);
      return new LinearInt8(
          own.keep("weight_int8", Int8.pack(rounded)),
          own.keep("scale", scales.reshape(-1)),
          own.keep("bias", bias));
    }
  }

  /** The largest absolute value of each row (rows 1), never zero. */
  private static Tensor reach(Tensor x) {
    return x.abs().amaxKeeping(x.rank() - 1).to(DType.FLOAT32).clamp(LEAST, Float.MAX_VALUE);
  }

  /**
   * @param x (… in)
   * @return (… out)
   */
  Tensor forward(Tensor x) {
    long[] shape = x.shape();
    shape[shape.length - 1] = scales.size(0);
    var parts = new ArrayList<Tensor>();
    for (var rows : x.reshape(-1, x.size(x.rank() - 1)).split(ROWS, 0)) {
      parts.add(Scope.tidy(() -> some(rows)));
    }
    return Ops.cat(parts, 0).reshape(shape);
  }

  /** Of some tokens (n in). */
  private Tensor some(Tensor x) {
    var reach = reach(x);
    var bytes = Int8.bytes(x.mul(Ops.full(DType.FLOAT32, MOST, 1).div(reach)));
    var product = Int8.linear(bytes, weight, scales, x.dtype());
    return Ops.addcmul(bias.to(x.dtype()), product, reach.mul(1 / MOST).to(x.dtype()));
  }
}
