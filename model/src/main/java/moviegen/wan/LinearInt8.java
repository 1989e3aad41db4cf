package moviegen.wan;

import java.util.ArrayList;
import java.util.List;
import moviegen.nn.Linear;
import moviegen.nn.Params;
import moviegen.tensor.DType;
import moviegen.tensor.Device;
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
  /** Outputs whose weights in float32 stay in cache. */
  private static final long ROWS = 256;

  /** The layers {@code names}, one below the other as one; what they were is freed. */
  static LinearInt8 of(Params params, int in, int out, List<String> names) {
    var own = params.at(String.join("_", names));
    try (var _ = Scope.open()) {
      var weight = Ops.empty(DType.INT8, Device.CPU, (long) names.size() * out, in);
      var scales = new ArrayList<Tensor>();
      var biases = new ArrayList<Tensor>();
      for (var name : names) {
        var layer = Linear.biased(params.at(name), in, out);
        scales.add(round(layer.weight(), weight.narrow(0, (long) scales.size() * out, out)));
        biases.add(layer.bias().orElseThrow().copy());
        params.at(name).drop("weight");
        params.at(name).drop("bias");
      }
      return new LinearInt8(
          own.keep("weight_int8", Int8.pack(weight)),
          own.keep("scale", Ops.cat(scales, 0)),
          own.keep("bias", Ops.cat(biases, 0)));
    }
  }

  /** Rounds a weight into {@code rounded}, some outputs at a time, and returns their scales. */
  private static Tensor round(Tensor weight, Tensor rounded) {
    var scales = new ArrayList<Tensor>();
    for (long at = 0; at < weight.size(0); at += ROWS) {
      long count = Math.min(ROWS, weight.size(0) - at);
      var some = weight.narrow(0, at, count);
      var to = rounded.narrow(0, at, count);
      scales.add(
          Scope.tidy(
              () -> {
                var scale = NarrowTokens.reach(some).mul(1.0 / Int8.largestWeight());
                to.copy_(some.to(DType.FLOAT32).div(scale).round());
                return scale.reshape(-1);
              }));
    }
    return Ops.cat(scales, 0);
  }

  /**
   * @param x (… in)
   * @return (… out)
   */
  Tensor forward(Tensor x) {
    long[] shape = x.shape();
    shape[shape.length - 1] = scales.size(0);
    return Scope.tidy(
        () ->
            forward(NarrowTokens.of(x.reshape(-1, x.size(x.rank() - 1))), x.dtype())
                .reshape(shape));
  }

  /**
   * @param x (n in)
   * @return (n out) in {@code dtype}
   */
  Tensor forward(NarrowTokens x, DType dtype) {
    return Scope.tidy(() -> rescale(product(x, dtype), x.scales()));
  }

  /** The product alone, of bytes that do not know their tokens' scales (n out). */
  Tensor product(NarrowTokens x, DType dtype) {
    return Int8.linear(x.bytes(), weight, scales, dtype);
  }

  /**
   * Gives a product its tokens' scales, and adds the bias.
   *
   * @param product (n out)
   * @param of the tokens (n 1)
   */
  private Tensor rescale(Tensor product, Tensor of) {
    return Ops.addcmul(bias.to(product.dtype()), product, of.to(product.dtype()));
  }
}
