package moviegen.clip;

import moviegen.tensor.Tensor;

/**
 * What the text tower made of a batch of texts.
 *
 * @param embedding (b e), not normalized
 * @param tokens (b m c)
 */
public record ClipText(Tensor embedding, Tensor tokens) {}
