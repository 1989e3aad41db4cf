package moviegen.nn;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.LongStream;
import moviegen.tensor.Ops;
import moviegen.tensor.Scope;
import moviegen.tensor.Tensor;

/**
 * The learned parameters of a model side by side in one buffer, and their gradients in another, so
 * that an optimizer is a handful of operations on whole buffers. The parameters stay what they are;
 * only their memory moves. Matrices come first, vectors and scalars after them.
 */
public final class FlatParams implements AutoCloseable {
  private final List<Part> parts;
  private final Tensor values;
  private final Tensor grad;
  private final long matrices;

  public FlatParams(Params params) {
    var learned =
        params.asMap().entrySet().stream()
            .filter(entry -> entry.getValue().isLearned())
            .sorted(Comparator.comparing(entry -> entry.getValue().rank() < 2))
            .toList();
    long total = learned.stream().mapToLong(entry -> entry.getValue().count()).sum();
    matrices =
        learned.stream()
            .map(Map.Entry::getValue)
            .filter(tensor -> tensor.rank() >= 2)
            .mapToLong(Tensor::count)
            .sum();
    try (var _ = Scope.open()) {
      values = Ops.zeros(total).retain();
      grad = Ops.zeros(total).retain();
      var places = new ArrayList<Part>();
      long at = 0;
      for (var entry : learned) {
        var tensor = entry.getValue();
        places.add(new Part(entry.getKey(), at, tensor.shape()));
        var home = values.narrow(0, at, tensor.count()).reshape(tensor.shape());
        home.copy_(tensor.detach());
        tensor.storeIn(home, grad.narrow(0, at, tensor.count()).reshape(tensor.shape()));
        at += tensor.count();
      }
      parts = List.copyOf(places);
    }
  }

  /**
   * Where a parameter lives.
   *
   * @param name its path
   * @param start place of its first value
   * @param shape its own shape
   */
  public record Part(String name, long start, long... shape) {
    /** The part as a view of {@code flat}, one of the buffers. */
    public Tensor of(Tensor flat) {
      return flat.narrow(0, start, count()).reshape(shape);
    }

    public boolean isMatrix() {
      return shape.length >= 2;
    }

    private long count() {
      return LongStream.of(shape).reduce(1, (a, b) -> a * b);
    }
  }

  /** All values (n), matrices first. */
  public Tensor values() {
    return values;
  }

  /** All gradients (n); backward passes add to them. */
  public Tensor grad() {
    return grad;
  }

  /** How many of the values belong to matrices. */
  public long matrices() {
    return matrices;
  }

  /** All parameters in the order of the buffers. */
  public List<Part> parts() {
    return parts;
  }

  public List<String> names() {
    return parts.stream().map(Part::name).toList();
  }

  @Override
  public void close() {
    values.close();
    grad.close();
  }
}
