package moviegen.tensor;

import org.bytedeco.pytorch.GenericList;
import org.bytedeco.pytorch.IValue;
import org.bytedeco.pytorch.OperatorHandle;

/** Operators of the library that libtorch multiplies with on a CPU. */
final class OneDnn {
  private static final OperatorHandle LINEAR = Operators.find("mkldnn::_linear_pointwise");

  private OneDnn() {}

  /** Found out when it is first asked for. */
  private static final class Gelu {
    static final boolean FUSES = fuses();

    private static boolean fuses() {
      try (var _ = Scope.open();
          var _ = Native.noGrad()) {
        var square = Ops.zeros(DType.BFLOAT16, 16, 16);
        var _ = linearGelu(square, square, Ops.zeros(DType.BFLOAT16, 16));
        return true;
      } catch (RuntimeException _) {
        return false;
      }
    }
  }

  /** Whether this CPU has {@link #linearGelu} in bfloat16; with AVX2 alone it has not. */
  static boolean fusesGelu() {
    return Gelu.FUSES;
  }

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
