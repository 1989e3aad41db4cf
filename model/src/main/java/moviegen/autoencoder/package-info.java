/**
 * The Temporal Autoencoder: films of any length to latents eight times smaller in time, height and
 * width, and back (paper §3.1.1).
 *
 * <pre>
 * film (b t h w 3) → Encoder → mean, log variance (b t/8 h/8 w/8 16)
 *   2×4×4 space-to-depth → Level → Merge → Level → Merge → Level, attention → two heads
 * latent → Decoder → film: the same, upside down
 * </pre>
 *
 * A film of one frame is an image. Everything is in channels-last order (b t h w c), so that a
 * convolution and a linear layer read the same memory.
 */
@org.jspecify.annotations.NullMarked
package moviegen.autoencoder;
