package moviegen.nn;

import moviegen.tensor.DType;
import moviegen.tensor.Native;
import moviegen.tensor.Noise;
import moviegen.tensor.Ops;
import moviegen.tensor.Scope;
import moviegen.tensor.Tensor;

/**
 * Whether libtorch's fused attention is the faster one in bfloat16 on this CPU: twice as fast as
 * products and a softmax where there are matrix units, fifty times slower where there are none.
 * Found by trying both, once a process. Its gradient is the slower one everywhere.
 */
final class FusedAttention {
  private static final int HEADS = 8;
  private static final int TOKENS = 256;
  private static final int WIDTH = 64;
  private static final int ROUNDS = 5;

  /** So much faster that noise does not decide from run to run. */
  private static final double CLEARLY = 1.3;

  private static final class Found {
    static final boolean FASTER = measure();
  }

  private FusedAttention() {}

  /** Whether to attend from {@code q} on a CPU by it, with no gradient wanted. */
  static boolean isFasterFor(Tensor q) {
    return q.dtype() == DType.BFLOAT16 && Found.FASTER;
  }

  private static boolean measure() {
    try (var _ = Scope.open();
        var _ = Native.noGrad()) {
      var x = Noise.gaussian(0, 1, HEADS, TOKENS, WIDTH).to(DType.BFLOAT16);
      double fused = Double.MAX_VALUE;
      double plain = Double.MAX_VALUE;
      for (int round = 0; round < ROUNDS; round++) {
        fused = Math.min(fused, seconds(() -> Ops.attention(x, x, x, 1.0 / WIDTH)));
        plain = Math.min(plain, seconds(() -> ScaledDotProduct.products(x, x, x, 1.0 / WIDTH)));
      }
      return fused * CLEARLY < plain;
    }
  }

  private static double seconds(Runnable work) {
    long start = System.nanoTime();
    try (var _ = Scope.open()) {
      work.run();
    }
    return (System.nanoTime() - start) / 1e9;
  }
}
