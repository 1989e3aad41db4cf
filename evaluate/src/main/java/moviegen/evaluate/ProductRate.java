package moviegen.evaluate;

import java.util.LinkedHashMap;
import java.util.Map;
import moviegen.tensor.MatrixWork;
import moviegen.tensor.MatrixWork.Product;
import moviegen.tensor.Scope;

/** How fast a model's own linear layers are as plain products. */
final class ProductRate {
  private static final int RUNS = 5;

  /** Shapes with less than this share of the work are left out. */
  private static final double WORTH_TIMING = 0.002;

  private ProductRate() {}

  /** The mean over all linear products of {@code work}, weighted by their FLOPs (FLOP/s). */
  static double of(MatrixWork work, StepSpeed.Products products) {
    Map<Product, Double> flops = new LinkedHashMap<>();
    work.products().stream()
        .filter(product -> product.kind() == MatrixWork.Kind.LINEAR)
        .forEach(product -> flops.merge(product, product.flops(), Double::sum));
    double total = work.flops(MatrixWork.Kind.LINEAR);
    flops.values().removeIf(some -> some < WORTH_TIMING * total);
    double weighted = 0;
    double counted = 0;
    for (var entry : flops.entrySet()) {
      weighted += entry.getValue() * rate(entry.getKey(), products);
      counted += entry.getValue();
    }
    return weighted / counted;
  }

  private static double rate(Product product, StepSpeed.Products products) {
    try (var _ = Scope.open()) {
      var multiply = products.of(product.rows(), product.inner(), product.columns());
      multiply.run();
      return product.flops() / StepSpeed.seconds(multiply, RUNS);
    }
  }
}
