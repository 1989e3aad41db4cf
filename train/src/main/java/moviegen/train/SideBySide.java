package moviegen.train;

import java.util.List;
import java.util.function.Supplier;
import moviegen.tensor.CorePool;
import moviegen.tensor.Scope;
import moviegen.tensor.Tensor;

/**
 * Adds the gradients of several losses to those of the parameters, each loss on a thread of its own
 * that has its share of the cores; one after the other where there is one core or one loss.
 */
public final class SideBySide implements AutoCloseable {
  private final CorePool cores = new CorePool();

  /** The sum of the losses, whose gradients are added. */
  public double backward(List<Supplier<Tensor>> losses) {
    return cores.all(losses.stream().map(SideBySide::gradient).toList()).stream()
        .mapToDouble(Double::doubleValue)
        .sum();
  }

  private static Supplier<Double> gradient(Supplier<Tensor> loss) {
    return () -> {
      try (var _ = Scope.open()) {
        var value = loss.get();
        value.backward();
        return (double) value.item();
      }
    };
  }

  @Override
  public void close() {
    cores.close();
  }
}
