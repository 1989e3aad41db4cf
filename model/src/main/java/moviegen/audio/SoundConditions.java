package moviegen.audio;

import java.util.List;
import moviegen.nn.CrossAttention;
import moviegen.tensor.DType;
import moviegen.tensor.Tensor;

/**
 * What a soundtrack is to fit, as the transformer's layers see it, made once for all steps. Its
 * type is the one that the transformer computes in.
 *
 * @param layers keys and values of the text in each layer
 * @param bias added to the scores: 0 for a token, very negative for padding (b 1 1 m)
 * @param frames what is seen during each latent (b n width)
 * @param context what is known of the sound, and where (b n c+1)
 */
public record SoundConditions(
    List<CrossAttention.Text> layers, Tensor bias, Tensor frames, Tensor context) {
  public SoundConditions {
    layers = List.copyOf(layers);
  }

  public DType dtype() {
    return bias.dtype();
  }
}
