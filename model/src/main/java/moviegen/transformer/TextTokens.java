package moviegen.transformer;

import java.util.List;
import moviegen.tensor.Ops;
import moviegen.tensor.Tensor;

/**
 * What one text tower says about each text of a batch.
 *
 * @param features (b m k)
 * @param mask 1 where there is a token, 0 where there is padding (b m)
 */
public record TextTokens(Tensor features, Tensor mask) {
  public TextTokens {
    if (features.rank() != 3
        || mask.rank() != 2
        || features.size(0) != mask.size(0)
        || features.size(1) != mask.size(1)) {
      throw new IllegalArgumentException(
          "Text features of shape %s do not go with a mask of shape %s"
              .formatted(
                  java.util.Arrays.toString(features.shape()),
                  java.util.Arrays.toString(mask.shape())));
    }
  }

  /** Puts batches of one tower one after the other, padded to the longest. */
  public static TextTokens concat(List<TextTokens> batches) {
    long longest = batches.stream().mapToLong(batch -> batch.mask.size(1)).max().orElseThrow();
    var padded = batches.stream().map(batch -> batch.padded(longest)).toList();
    return new TextTokens(
        Ops.cat(padded.stream().map(TextTokens::features).toList(), 0),
        Ops.cat(padded.stream().map(TextTokens::mask).toList(), 0));
  }

  private TextTokens padded(long length) {
    long more = length - mask.size(1);
    return more == 0
        ? this
        : new TextTokens(Ops.padZeros(features, 0, 0, 0, more), Ops.padZeros(mask, 0, more));
  }
}
