package moviegen.audio;

import java.util.List;
import moviegen.nn.Init;
import moviegen.nn.Params;
import moviegen.nn.RmsNorm;
import moviegen.tensor.DType;
import moviegen.tensor.Ops;
import moviegen.tensor.Tensor;

/** A layer's own bias on the modulation that all layers share. */
record Modulation(Tensor table) {
  Modulation(Params params, int parts, int width) {
    this(params.get("table", Init.ZEROS, parts, width));
  }

  /**
   * @param shared what the time says to every layer (b k c)
   * @return each of the k parts (b 1 c)
   */
  List<Tensor> forward(Tensor shared, DType dtype) {
    return shared.add(table).to(dtype).chunk((int) table.size(0), 1);
  }

  /** Normalizes what goes into a branch, scales it and shifts it. */
  static Tensor enter(Tensor x, Tensor shift, Tensor scale) {
    return Ops.addcmul(shift, RmsNorm.normalize(x), scale.add(1));
  }
}
