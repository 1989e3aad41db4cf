package moviegen.audio;

import java.util.Arrays;
import moviegen.tensor.Tensor;

/**
 * What a text tower says about each text of a batch.
 *
 * @param features (b m k)
 * @param mask 1 where there is a token, 0 where there is padding (b m)
 */
public record SoundText(Tensor features, Tensor mask) {
  public SoundText {
    if (features.rank() != 3
        || mask.rank() != 2
        || features.size(0) != mask.size(0)
        || features.size(1) != mask.size(1)) {
      throw new IllegalArgumentException(
          "Text features of shape %s do not go with a mask of shape %s"
              .formatted(Arrays.toString(features.shape()), Arrays.toString(mask.shape())));
    }
  }
}
