package moviegen.text;

import moviegen.tensor.Tensor;

/**
 * What a tower made of a batch of texts.
 *
 * @param features (b m c), zero where there is no token
 * @param mask (b m), 1 where there is a token and 0 where there is none
 */
public record TextFeatures(Tensor features, Tensor mask) {}
