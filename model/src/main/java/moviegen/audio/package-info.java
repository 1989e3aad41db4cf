/**
 * Sound: the codec that turns 48 kHz into a continuous latent 25 times a second (paper, section
 * 6.1).
 *
 * <pre>
 *   wave (b t) → CodecEncoder: conv 7 → levels of 3 ResidualUnits, Snake, Downsample (2 8 10 12)
 *             → Snake → conv 3 → hidden (b n hidden) → moments → Posterior (b n c)
 *   latents (b n c) → hidden → CodecDecoder: conv 7 → levels of Snake, Upsample (12 10 8 2),
 *             3 ResidualUnits → Snake → conv 7 → tanh → wave (b t)
 * </pre>
 */
@org.jspecify.annotations.NullMarked
package moviegen.audio;
