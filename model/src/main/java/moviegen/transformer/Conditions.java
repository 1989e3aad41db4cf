package moviegen.transformer;

import java.util.List;
import moviegen.nn.CrossAttention;
import moviegen.tensor.DType;
import moviegen.tensor.Tensor;

/**
 * A batch of texts as the transformer's layers see them, made once for all steps of a film. Its
 * type is the one that the transformer computes in.
 *
 * @param layers keys and values of each layer
 * @param bias added to the scores: 0 for a token, very negative for padding (b 1 1 m)
 */
public record Conditions(List<CrossAttention.Text> layers, Tensor bias) {
  public DType dtype() {
    return bias.dtype();
  }
}
