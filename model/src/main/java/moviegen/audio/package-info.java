/**
 * Sound: the codec that turns 48 kHz into a continuous latent 25 times a second, and the
 * transformer that predicts how such latents flow toward the sound of a film (paper, section 6.1).
 *
 * <pre>
 *   wave (b t) → CodecEncoder: conv 7 → levels of 3 ResidualUnits, Snake, Downsample (2 8 10 12)
 *             → Snake → conv 3 → hidden (b n hidden) → moments → Posterior (b n c)
 *   latents (b n c) → hidden → CodecDecoder: conv 7 → levels of Snake, Upsample (12 10 8 2),
 *             3 ResidualUnits → Snake → conv 7 → tanh → wave (b t)
 *
 *   latents (b n c), AudioContext (b n c+1) → side by side → (b n width)  ┐
 *   FrameFeatures (b n k) → FrameProjection → added (b n width)           ┤
 *   time (b) → TimeEmbedding → TimeModulation   (b 6 width)               │
 *   SoundText (b m k) → keys and values of every layer                    ┘
 *   depth × AudioBlock: self-attention → cross-attention → feed-forward → AudioHead → (b n c)
 * </pre>
 */
@org.jspecify.annotations.NullMarked
package moviegen.audio;
