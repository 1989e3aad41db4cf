package moviegen.tensor;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** How fast this machine multiplies matrices, found by doing it for some ten milliseconds. */
public final class MatrixRate {
  private static final int SIZE = 512;
  /** So many that some of them run undisturbed where other programs share the cores. */
  private static final int ROUNDS = 25;

  /** A type with fewer bits must be this much faster to be worth its rounding. */
  private static final double WORTH = 1.3;

  private MatrixRate() {}

  /** The type to compute in: bfloat16 where it is clearly faster than float32. */
  public static DType fastest() {
    var rates = of(List.of(DType.FLOAT32, DType.BFLOAT16));
    double full = rates.getOrDefault(DType.FLOAT32, 0.0);
    double half = rates.getOrDefault(DType.BFLOAT16, 0.0);
    return half > WORTH * full ? DType.BFLOAT16 : DType.FLOAT32;
  }

  /** Operations a second in each type, the best of rounds that take turns. */
  public static Map<DType, Double> of(List<DType> types) {
    var rates = new EnumMap<DType, Double>(DType.class);
    try (var _ = Scope.open();
        var _ = Native.noGrad()) {
      var square = Noise.gaussian(0, SIZE, SIZE);
      for (int round = 0; round < ROUNDS; round++) {
        for (var type : types) {
          rates.merge(type, rate(square.to(type)), Math::max);
        }
      }
    }
    return rates;
  }

  private static double rate(Tensor square) {
    long start = System.nanoTime();
    try (var _ = Scope.open()) {
      var _ = Ops.linear(square, square);
    }
    return 2.0 * SIZE * SIZE * SIZE / (System.nanoTime() - start) * 1e9;
  }
}
