package moviegen.train;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import moviegen.tensor.Device;
import moviegen.tensor.Tensor;

/**
 * Splits the batch of a step. Two halves, each on a thread, keep two cores busier than the threads
 * of single operations on the whole do; the sum of their gradients is the same in either order, as
 * that of three would not be. A graphics card gets its batch whole.
 */
public final class BatchParts {
  private static final int PARTS = 2;

  private BatchParts() {}

  /** The loss of some samples, a mean over them. */
  @FunctionalInterface
  public interface Loss {
    /**
     * The loss of {@code count} samples.
     *
     * @param start the first of them
     */
    Tensor of(int start, int count);
  }

  /** The losses of the parts of a batch, each weighed by its samples, so that they add up. */
  public static List<Supplier<Tensor>> of(int samples, Loss loss) {
    int parts = Device.current().isCpu() ? Math.min(PARTS, samples) : 1;
    List<Supplier<Tensor>> losses = new ArrayList<>();
    for (int part = 0; part < parts; part++) {
      int start = samples * part / parts;
      int count = samples * (part + 1) / parts - start;
      losses.add(() -> loss.of(start, count).mul((double) count / samples));
    }
    return losses;
  }
}
