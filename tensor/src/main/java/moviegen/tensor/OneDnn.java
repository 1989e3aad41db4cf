package moviegen.tensor;

import org.bytedeco.pytorch.GenericList;
import org.bytedeco.pytorch.IValue;
import org.bytedeco.pytorch.OperatorHandle;

/** Operators of the library that libtorch multiplies with on a CPU. */
final class OneDnn {
  private static final OperatorHandle LINEAR = Operators.find("mkldnn::_linear_pointwise");

  private OneDnn() {}

  static Tensor linearGelu(Tensor x, Tensor weight, Tensor bias) {
    return Operators.call(
        LINEAR,
        new IValue(x.handle),
        new IValue(weight.handle),
        new IValue(bias.handle),
        new IValue("gelu"),
        new IValue(new GenericList(Operators.optionalNumber())),
        new IValue("tanh"));
  }
}
