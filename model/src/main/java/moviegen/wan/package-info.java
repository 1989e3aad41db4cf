/**
 * The Wan family of open video models: a transformer, a causal autoencoder and a text encoder,
 * built like those of the public checkpoints, whose weights they load. Their time runs the other
 * way, from 1000 (noise) to 0 (data); {@link moviegen.wan.WanVelocity} turns it.
 *
 * <pre>
 *   text      b m 4096 → WanTransformer.read → WanText (keys and values of every layer)
 *   latents   b c t h w → patches 1×2×2 → tokens b n c → blocks → head → velocity b c t h w
 *   time      b → waves → shared modulation b 6 c, and a table of each block's own
 *   prompt    → PromptCleaning → pieces → StreamedT5, a layer at a time → text b m 4096
 *   film      b t h w 3 ↔ WanAutoencoder, a latent frame at a time ↔ latents b t h w c
 *   block     self-attention with rotary positions, cross-attention to the text, feed-forward
 * </pre>
 */
@org.jspecify.annotations.NullMarked
package moviegen.wan;
