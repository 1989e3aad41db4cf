package moviegen.clip;

import moviegen.tensor.Tensor;

/**
 * What the image tower made of a batch of images.
 *
 * @param embedding (b e), not normalized
 * @param patches (b n c), in rows from the top left
 */
public record ClipImage(Tensor embedding, Tensor patches) {}
