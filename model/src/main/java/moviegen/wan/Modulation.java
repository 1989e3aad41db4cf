package moviegen.wan;

import java.util.List;
import moviegen.nn.Init;
import moviegen.nn.Params;
import moviegen.tensor.DType;
import moviegen.tensor.Ops;
import moviegen.tensor.Tensor;

/**
 * A layer's own table on top of what the time says to all layers. Groups of as many neighboring
 * tokens as fit share a time: all of them, a frame's, or each its own.
 */
record Modulation(Tensor table, double eps) {
  Modulation(Params params, int parts, WanConfig config) {
    this(params.get("modulation", Init.normal(0.02), 1, parts, config.width()), config.eps());
  }

  /**
   * @param shared (b g k c), or (b g 1 c) where one vector serves all parts
   * @return each of the k parts (b g c)
   */
  List<Tensor> forward(Tensor shared) {
    return shared.add(table.to(DType.FLOAT32).unsqueeze(0)).unbind(2);
  }

  /**
   * Normalizes what goes into a branch, scales it and shifts it.
   *
   * @param x (b n c)
   * @param shift (b g c), float32
   * @param scale (b g c), float32
   */
  Tensor enter(Tensor x, Tensor shift, Tensor scale) {
    var factor = scale.add(1).to(x.dtype());
    var term = shift.to(x.dtype());
    if (shift.size(0) * shift.size(1) == 1) {
      return Ops.layerNorm(x, factor.reshape(-1), term.reshape(-1), eps);
    }
    var groups = groups(Ops.layerNorm(x, eps), shift.size(1));
    return Ops.addcmul(term.unsqueeze(2), groups, factor.unsqueeze(2)).reshape(x.shape());
  }

  /**
   * Adds as much of a branch as its gate lets through.
   *
   * @param x (b n c)
   * @param branch (b n c)
   * @param gate (b g c), float32
   */
  Tensor leave(Tensor x, Tensor branch, Tensor gate) {
    long g = gate.size(1);
    return Ops.addcmul(groups(x, g), groups(branch, g), gate.to(x.dtype()).unsqueeze(2))
        .reshape(x.shape());
  }

  private static Tensor groups(Tensor x, long groups) {
    return x.reshape(x.size(0), groups, x.size(1) / groups, x.size(2));
  }
}
