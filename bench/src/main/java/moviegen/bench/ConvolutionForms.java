package moviegen.bench;

import java.util.Locale;
import moviegen.tensor.Convolution;
import moviegen.tensor.DType;
import moviegen.tensor.Native;
import moviegen.tensor.Ops;
import moviegen.tensor.Scope;

/** How fast each form of convolution along time is, forward and with its gradients. */
public final class ConvolutionForms {
  private static final int TAPS = 7;
  private static final long SAMPLES = 24_000 * 16L;
  private static final Stopwatch STOPWATCH = new Stopwatch(3);

  private ConvolutionForms() {}

  public static void main(String... args) {
    Native.threads(1);
    Native.matmulPrecision(Native.Precision.MEDIUM);
    for (int width : new int[] {16, 32, 64, 128, 256}) {
      for (int dilation : new int[] {1, 9}) {
        for (var dtype : new DType[] {DType.FLOAT32, DType.BFLOAT16}) {
          print(width, dilation, dtype);
        }
      }
    }
  }

  private static void print(int width, int dilation, DType dtype) {
    long samples = SAMPLES / width;
    double flops = 2.0 * samples * width * width * TAPS;
    System.out.printf(Locale.ROOT, "width %3d dilation %d %-8s", width, dilation, dtype);
    try (var _ = Scope.open()) {
      var x = Ops.randn(1, samples, width).to(dtype).requiresGrad();
      var weight = Ops.randn(width, width, TAPS).mul(0.05).to(dtype).requiresGrad();
      var bias = Ops.zeros(dtype, width);
      for (var form : Convolution.values()) {
        double forward =
            STOPWATCH.seconds(
                () -> {
                  try (var _ = Native.noGrad()) {
                    form.forward(x, weight, bias, dilation);
                  }
                });
        double both =
            STOPWATCH.seconds(() -> form.forward(x, weight, bias, dilation).sum().backward());
        System.out.printf(
            Locale.ROOT,
            "  %s %4.0f forward %4.0f in all",
            form,
            flops / forward / 1e9,
            3 * flops / both / 1e9);
      }
    }
    System.out.println("  GFLOP/s");
  }
}
