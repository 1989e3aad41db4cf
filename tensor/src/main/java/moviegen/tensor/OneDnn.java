package moviegen.tensor;

import java.util.function.Supplier;
import org.bytedeco.pytorch.GenericList;
import org.bytedeco.pytorch.GradMode;
import org.bytedeco.pytorch.IValue;
import org.bytedeco.pytorch.OperatorHandle;

/** Operators of the library that libtorch multiplies with on a CPU; gradients do not pass them. */
final class OneDnn {
  /** Multiplications from which on a second thread is worth waking. */
  private static final long MANY = 1 << 20;

  private static final int SMALL = 16;

  private OneDnn() {}

  /** Looked up when it is first needed: not every build of libtorch has it. */
  private static final class Linear {
    static final OperatorHandle OPERATOR = Operators.find("mkldnn::_linear_pointwise");
  }

  /** Found out when it is first asked for. */
  private static final class Gelu {
    static final boolean FUSES =
        works(() -> linearGelu(square(), square(), Ops.zeros(DType.BFLOAT16, SMALL)));

    private static Tensor square() {
      return Ops.zeros(DType.BFLOAT16, SMALL, SMALL);
    }
  }

  /** Found out when it is first asked for. */
  private static final class Full {
    static final boolean WORKS = works(() -> linear(Ops.ones(SMALL, SMALL), Ops.ones(1, SMALL)));
  }

  private static boolean works(Supplier<Tensor> call) {
    try (var _ = Scope.open();
        var _ = Native.noGrad()) {
      return call.get().isCpu();
    } catch (RuntimeException | LinkageError _) {
      return false;
    }
  }

  /** Whether this CPU has {@link #linearGelu} in bfloat16; with AVX2 alone it has not. */
  static boolean fusesGelu() {
    return Gelu.FUSES;
  }

  /**
   * Whether {@link #linear} is the better form of this product: in float32 libtorch's own goes
   * through OpenBLAS, which must be kept to one thread.
   */
  static boolean sharesOut(Tensor x, Tensor weight) {
    return x.isCpu()
        && x.dtype() == DType.FLOAT32
        && weight.dtype() == DType.FLOAT32
        && x.count() * weight.size(0) >= MANY
        && Native.threads() > 1
        && !GradMode.is_enabled()
        && Full.WORKS;
  }

  /** A linear layer on all threads. */
  static Tensor linear(Tensor x, Tensor weight) {
    return pointwise(x, new IValue(weight.handle), new IValue(), "none", "");
  }

  /** A linear layer on all threads. */
  static Tensor linear(Tensor x, Tensor weight, Tensor bias) {
    return pointwise(x, new IValue(weight.handle), new IValue(bias.handle), "none", "");
  }

  static Tensor linearGelu(Tensor x, Tensor weight, Tensor bias) {
    return pointwise(x, new IValue(weight.handle), new IValue(bias.handle), "gelu", "tanh");
  }

  private static Tensor pointwise(Tensor x, IValue weight, IValue bias, String then, String form) {
    return Operators.call(
        Linear.OPERATOR,
        new IValue(x.handle),
        weight,
        bias,
        new IValue(then),
        new IValue(new GenericList(Operators.optionalNumber())),
        new IValue(form));
  }
}
