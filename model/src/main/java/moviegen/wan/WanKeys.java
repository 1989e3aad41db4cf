package moviegen.wan;

import java.util.Collection;
import moviegen.checkpoint.KeyMap;

/** The names that others give to the weights of a Wan transformer. */
public final class WanKeys {
  private WanKeys() {}

  private static final KeyMap BARE = KeyMap.IDENTITY.rename("^model\\.diffusion_model\\.", "");

  /** The owners' names, with or without the prefix of repackaged files. */
  public static final KeyMap ORIGINAL =
      BARE.rename("^patch_embedding\\.", "patches.")
          .rename("^text_embedding\\.0\\.", "text.in.")
          .rename("^text_embedding\\.2\\.", "text.out.")
          .rename("^time_embedding\\.0\\.", "time.in.")
          .rename("^time_embedding\\.2\\.", "time.out.")
          .rename("^time_projection\\.1\\.", "time.shared.")
          .rename("^head\\.head\\.", "head.out.")
          .rename("\\.norm3\\.", ".cross_norm.")
          .rename("\\.self_attn\\.", ".self.")
          .rename("\\.cross_attn\\.", ".cross.")
          .rename("\\.norm_q\\.", ".query_norm.")
          .rename("\\.norm_k\\.", ".key_norm.")
          .rename("\\.q\\.", ".query.")
          .rename("\\.k\\.", ".key.")
          .rename("\\.v\\.", ".value.")
          .rename("\\.o\\.", ".out.")
          .rename("\\.ffn\\.0\\.", ".feed_forward.up.")
          .rename("\\.ffn\\.2\\.", ".feed_forward.down.");

  /** The names of the diffusers library, which counts the norms in another order. */
  public static final KeyMap DIFFUSERS =
      BARE.rename("^patch_embedding\\.", "patches.")
          .rename("^condition_embedder\\.text_embedder\\.linear_1\\.", "text.in.")
          .rename("^condition_embedder\\.text_embedder\\.linear_2\\.", "text.out.")
          .rename("^condition_embedder\\.time_embedder\\.linear_1\\.", "time.in.")
          .rename("^condition_embedder\\.time_embedder\\.linear_2\\.", "time.out.")
          .rename("^condition_embedder\\.time_proj\\.", "time.shared.")
          .rename("^scale_shift_table$", "head.modulation")
          .rename("^proj_out\\.", "head.out.")
          .rename("\\.scale_shift_table$", ".modulation")
          .rename("^(blocks\\.\\d+)\\.norm2\\.", "$1.cross_norm.")
          .rename("\\.attn1\\.", ".self.")
          .rename("\\.attn2\\.", ".cross.")
          .rename("\\.norm_q\\.", ".query_norm.")
          .rename("\\.norm_k\\.", ".key_norm.")
          .rename("\\.to_q\\.", ".query.")
          .rename("\\.to_k\\.", ".key.")
          .rename("\\.to_v\\.", ".value.")
          .rename("\\.to_out\\.0\\.", ".out.")
          .rename("\\.ffn\\.net\\.0\\.proj\\.", ".feed_forward.up.")
          .rename("\\.ffn\\.net\\.2\\.", ".feed_forward.down.");

  /** The map for a checkpoint, by the names it holds. */
  public static KeyMap of(Collection<String> names) {
    return names.stream().anyMatch(name -> name.contains("condition_embedder."))
        ? DIFFUSERS
        : ORIGINAL;
  }
}
