package moviegen.wan;

import java.util.List;
import moviegen.tensor.Tensor;

/**
 * A text as the transformer's layers see it, the same at every step.
 *
 * @param layers keys and values of each layer
 * @param bias added to the scores of each token (1 1 1 m)
 */
public record WanText(List<Layer> layers, Tensor bias) {
  /**
   * What one layer looks at.
   *
   * @param key (b heads m d)
   * @param value (b heads m d)
   */
  public record Layer(Tensor key, Tensor value) {}

  public WanText {
    layers = List.copyOf(layers);
  }
}
