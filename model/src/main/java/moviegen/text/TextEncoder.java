package moviegen.text;

import moviegen.tensor.Tensor;

/** Anything that turns token ids into features to attend to. */
@FunctionalInterface
public interface TextEncoder {
  /**
   * Encodes a batch of texts.
   *
   * @param ids (b m) int64
   * @param mask (b m) int64, 1 where there is a token
   */
  TextFeatures encode(Tensor ids, Tensor mask);
}
