package moviegen.bench;

import java.util.Locale;
import moviegen.nn.Params;
import moviegen.tensor.DType;
import moviegen.tensor.Device;
import moviegen.tensor.MatrixWork;
import moviegen.tensor.Native;
import moviegen.tensor.Ops;
import moviegen.tensor.Scope;
import moviegen.wan.WanAutoencoder;
import moviegen.wan.WanAutoencoderConfig;

/**
 * How long Wan's autoencoder takes to decode a film with random weights, its FLOP/s beside those of
 * a plain matrix product, and the memory at its height.
 */
public final class AutoencoderSpeed {
  private static final WanAutoencoderConfig CONFIG = WanAutoencoderConfig.WAN_2_1;
  private static final int SQUARE = 2048;

  private AutoencoderSpeed() {}

  /** Takes width, height and frames; 256 256 17 if nothing is said. */
  public static void main(String[] args) {
    Native.matmulPrecision(Native.Precision.MEDIUM);
    int width = args.length == 3 ? Integer.parseInt(args[0]) : 256;
    int height = args.length == 3 ? Integer.parseInt(args[1]) : 256;
    int frames = args.length == 3 ? Integer.parseInt(args[2]) : 17;
    long side = CONFIG.spatialFactor();
    long[] shape = {
      1, CONFIG.latentFrames(frames), height / side, width / side, CONFIG.latentChannels()
    };
    decode("%d×%d, %d frames".formatted(width, height, frames), shape);
  }

  private static void decode(String name, long... shape) {
    double flops = flops(shape);
    try (var params =
            Params.frozen(
                WanAutoencoder.kept(
                    (_, init, weight) -> init.fill(weight).to(DType.BFLOAT16), DType.BFLOAT16));
        var _ = Scope.open();
        var _ = Native.noGrad()) {
      var autoencoder = new WanAutoencoder(params, CONFIG, DType.BFLOAT16);
      double product = product();
      var latents = Ops.randn(shape);
      Peak.forget();
      long ground = Peak.megabytes();
      double seconds =
          new Stopwatch(1).seconds(() -> autoencoder.decode(latents, _ -> {}));
      System.out.printf(
          Locale.ROOT,
          "decode %s: %.1f s, %.2f TFLOP, %.0f GFLOP/s, %.0f %% of a product's %.0f,"
              + " from %,d MB to %,d MB%n",
          name,
          seconds,
          flops / 1e12,
          flops / seconds / 1e9,
          100 * flops / seconds / product,
          product / 1e9,
          ground,
          Peak.megabytes());
    }
  }

  private static double flops(long... shape) {
    var nowhere = new Device("meta");
    try (var params = Params.frozen((_, _, weight) -> Ops.empty(DType.FLOAT32, nowhere, weight));
        var _ = Scope.open();
        var _ = Native.noGrad()) {
      var autoencoder = new WanAutoencoder(params, CONFIG, DType.FLOAT32);
      var latents = Ops.empty(DType.FLOAT32, nowhere, shape);
      return MatrixWork.of(() -> autoencoder.decode(latents, _ -> {})).flops();
    }
  }

  /** FLOP/s of a plain product in bfloat16. */
  private static double product() {
    var matrix = Ops.randn(SQUARE, SQUARE).to(DType.BFLOAT16);
    return 2 * Math.pow(SQUARE, 3) / new Stopwatch(3).seconds(() -> matrix.matmul(matrix));
  }
}
