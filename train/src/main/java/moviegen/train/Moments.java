package moviegen.train;

import moviegen.tensor.Ops;
import moviegen.tensor.Scope;
import moviegen.tensor.Tensor;

/**
 * What an optimizer remembers of earlier gradients.
 *
 * @param first moving average of the gradient (n)
 * @param second moving average of its square (n)
 */
public record Moments(Tensor first, Tensor second) implements AutoCloseable {
  public static Moments of(long count) {
    try (var _ = Scope.open()) {
      return new Moments(Ops.zeros(count).retain(), Ops.zeros(count).retain());
    }
  }

  @Override
  public void close() {
    first.close();
    second.close();
  }
}
