package moviegen.transformer;

import java.util.List;
import moviegen.tensor.DType;
import moviegen.tensor.Tensor;

/**
 * A batch of texts as the transformer's layers see them, made once for all steps of a film. Its
 * type is the one that the transformer computes in.
 *
 * @param layers keys and values of each layer
 * @param bias added to the scores: 0 for a token, very negative for padding (b 1 1 m)
 */
public record Conditions(List<Layer> layers, Tensor bias) {
  /** What one layer's cross-attention looks at; each (b h m d). */
  public record Layer(Tensor key, Tensor value) {}

  public DType dtype() {
    return bias.dtype();
  }
}
