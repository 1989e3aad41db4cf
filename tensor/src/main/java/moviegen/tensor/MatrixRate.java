package moviegen.tensor;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** How fast this machine multiplies matrices, found by doing it for some ten milliseconds. */
public final class MatrixRate {
  private static final int SIZE = 512;
  private static final int LEAST_ROUNDS = 5;

  /** So many that some run undisturbed, by other programs or by threads that only now begin. */
  private static final int ROUNDS = 15;

  /** A type with fewer bits must be this much faster to be worth its rounding. */
  private static final double WORTH = 1.3;

  private MatrixRate() {}

  /**
   * The type to compute in: on a CPU bfloat16 as soon as it is clearly faster than float32, else
   * always.
   */
  public static DType fastest() {
    if (!Device.current().isCpu()) {
      return DType.BFLOAT16;
    }
    var rates = new EnumMap<DType, Double>(DType.class);
    try (var _ = Scope.open();
        var _ = Native.noGrad()) {
      var square = Noise.gaussian(0, SIZE, SIZE);
      for (int round = 1; round <= ROUNDS; round++) {
        double full = round(rates, DType.FLOAT32, square);
        double half = round(rates, DType.BFLOAT16, square);
        if (round >= LEAST_ROUNDS && half > WORTH * full) {
          return DType.BFLOAT16;
        }
      }
    }
    return DType.FLOAT32;
  }

  /**
   * The {@linkplain #fastest type to compute in}, and how exact float32 products are beside it: as
   * fast as can be where they are what is computed in, else true float32, which losses are left to.
   */
  public static DType choose() {
    Native.matmulPrecision(Native.Precision.MEDIUM);
    var type = fastest();
    if (type != DType.FLOAT32) {
      Native.matmulPrecision(Native.Precision.HIGHEST);
    }
    return type;
  }

  /** Operations a second in each type, the best of rounds that take turns. */
  public static Map<DType, Double> of(List<DType> types) {
    var rates = new EnumMap<DType, Double>(DType.class);
    try (var _ = Scope.open();
        var _ = Native.noGrad()) {
      var square = Noise.gaussian(0, SIZE, SIZE);
      for (int round = 1; round <= ROUNDS; round++) {
        types.forEach(type -> round(rates, type, square));
      }
    }
    return rates;
  }

  /** The best rate so far, after one more product. */
  private static double round(Map<DType, Double> rates, DType type, Tensor square) {
    return rates.merge(type, rate(square.to(type)), Math::max);
  }

  private static double rate(Tensor square) {
    long start = System.nanoTime();
    try (var _ = Scope.open()) {
      var product = Ops.linear(square, square);
      if (!product.isCpu()) {
        float _ = product.select(0, 0).select(0, 0).item(); // other devices compute while we go on
      }
    }
    return 2.0 * SIZE * SIZE * SIZE / (System.nanoTime() - start) * 1e9;
  }
}
