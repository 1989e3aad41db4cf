package moviegen.flow;

import java.util.List;
import moviegen.tensor.Tensor;

/**
 * Where a sampler stands: all it needs to go on, now or in another process.
 *
 * @param done steps that are behind it
 * @param tensors the sample, and then what this kind of sampler remembers of earlier steps
 */
public record Walk(int done, List<Tensor> tensors) {
  public Walk {
    tensors = List.copyOf(tensors);
    if (done < 0 || tensors.isEmpty()) {
      throw new IllegalArgumentException(
          "%d steps are done and there are %d tensors, expected at least 0 and 1"
              .formatted(done, tensors.size()));
    }
  }

  /** Before the first step. */
  public static Walk from(Tensor noise) {
    return new Walk(0, List.of(noise));
  }

  public Tensor sample() {
    return tensors.getFirst();
  }

  /** One step further, with nothing to remember but the sample. */
  Walk to(Tensor sample) {
    return new Walk(done + 1, List.of(sample));
  }

  boolean has(Tensor tensor) {
    return tensors.stream().anyMatch(other -> other == tensor);
  }
}
