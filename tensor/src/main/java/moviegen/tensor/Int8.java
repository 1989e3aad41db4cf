package moviegen.tensor;

import org.bytedeco.pytorch.GenericList;
import org.bytedeco.pytorch.IValue;
import org.bytedeco.pytorch.OperatorHandle;
import org.bytedeco.pytorch.global.torch;

/**
 * Products of 8-bit matrices on a CPU. Weights are signed; activations are unsigned and mean zero
 * at 128, the only kind that is fast there.
 */
public final class Int8 {
  private static final OperatorHandle PACK = Operators.find("onednn::qlinear_prepack");
  private static final OperatorHandle LINEAR = Operators.find("onednn::qlinear_pointwise");
  private static final long ZERO = 128;
  private static final int MOST = 127;

  private Int8() {}

  /** Found out when it is first asked for. */
  private static final class Weights {
    private static final int TERMS = 64;
    static final int LARGEST = addsExactly() ? MOST : MOST / 2;

    private static boolean addsExactly() {
      try (var _ = Scope.open();
          var _ = Native.noGrad()) {
        var weight = Ops.full(DType.INT8, MOST, 1, TERMS);
        var x = bytes(Ops.full(DType.FLOAT32, MOST, 1, TERMS));
        float sum = linear(x, pack(weight), Ops.ones(1), DType.FLOAT32).item();
        return sum == (float) MOST * MOST * TERMS;
      }
    }
  }

  /**
   * The largest absolute value that a weight may have: 127, or 63 on a CPU that adds pairs of
   * products in 16 bits, where larger ones are cut off (those with AVX2 alone).
   */
  public static int largestWeight() {
    return Weights.LARGEST;
  }

  /** Lays out a weight (out in) of signed bytes for {@link #linear}; nothing else can read it. */
  public static Tensor pack(Tensor weight) {
    return Operators.call(PACK, new IValue(weight.handle), new IValue());
  }

  /**
   * Rounds to unsigned bytes, of which {@value #ZERO} is zero.
   *
   * @param x (n c), float32, from -128 to 127
   */
  public static Tensor bytes(Tensor x) {
    return Scope.tidy(
        () -> {
          var rounded = torch.quantize_per_tensor(x.handle, 1.0, ZERO, torch.ScalarType.QUInt8);
          // Shares the memory of what was rounded; the operator that copies it is slow.
          var bytes = Ops.empty(DType.UINT8, Device.CPU, 0);
          bytes.handle.set_(rounded.storage(), 0, rounded.shape(), rounded.size(1), 1);
          return bytes;
        });
  }

  /**
   * The product of what {@link #bytes} and {@link #pack} made.
   *
   * @param x (n in)
   * @param scales of the outputs (out), float32
   * @return (n out) in {@code dtype}
   */
  public static Tensor linear(Tensor x, Tensor packed, Tensor scales, DType dtype) {
    MatrixWork.linear(x.size(0), x.size(1), scales.size(0));
    return Scope.tidy(
        () ->
            // The operator does not look at the zero points of weights, but they must be there.
            Operators.call(
                LINEAR,
                new IValue(x.handle),
                new IValue(1.0),
                new IValue(ZERO),
                new IValue(packed.handle),
                new IValue(scales.handle),
                new IValue(Ops.zeros(DType.INT8, scales.size(0)).handle),
                new IValue(),
                new IValue(1.0),
                new IValue(0L),
                new IValue((long) dtype.scalarType.value),
                new IValue("none"),
                new IValue(new GenericList(Operators.optionalNumber())),
                new IValue("")));
  }
}
