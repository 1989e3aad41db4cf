package moviegen.bench;

import java.util.HashMap;
import java.util.Map;
import moviegen.tensor.DType;
import moviegen.tensor.MatrixWork;
import moviegen.tensor.MatrixWork.Product;
import moviegen.tensor.Ops;
import moviegen.tensor.Scope;

/** How fast a model's own linear layers are as plain products, each timed alone. */
final class ProductRate {
  private static final double WORTH_TIMING = 0.002;

  private ProductRate() {}

  /** The mean over all linear products of {@code work}, weighted by their FLOPs (FLOP/s). */
  static double of(MatrixWork work, DType dtype, Stopwatch stopwatch) {
    Map<Product, Double> flops = new HashMap<>();
    work.products().stream()
        .filter(product -> product.kind() == MatrixWork.Kind.LINEAR)
        .forEach(product -> flops.merge(product, product.flops(), Double::sum));
    double total = work.flops(MatrixWork.Kind.LINEAR);
    flops.values().removeIf(some -> some < WORTH_TIMING * total);
    double weighted = 0;
    double counted = 0;
    for (var entry : flops.entrySet()) {
      weighted += entry.getValue() * rate(entry.getKey(), dtype, stopwatch);
      counted += entry.getValue();
    }
    return weighted / counted;
  }

  private static double rate(Product product, DType dtype, Stopwatch stopwatch) {
    try (var _ = Scope.open()) {
      var x = Ops.randn(product.rows(), product.inner()).to(dtype);
      var weight = Ops.randn(product.columns(), product.inner()).to(dtype);
      return product.flops() / stopwatch.seconds(() -> Ops.linear(x, weight));
    }
  }
}
