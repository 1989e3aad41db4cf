package moviegen.wan;

import java.util.Collection;
import moviegen.checkpoint.KeyMap;

/** The names that others give to the weights of a Wan transformer. */
public final class WanKeys {
  private WanKeys() {}

  private static final KeyMap BARE = KeyMap.IDENTITY.rename("^model\\.diffusion_model\\.", "");

  private static final KeyMap OWNERS =
      attention(
              attention(KeyMap.IDENTITY, "self_attn", "self", "", "o"),
              "cross_attn",
              "cross",
              "",
              "o")
          .first("patch_embedding", "patches")
          .first("text_embedding.0", "text.in")
          .first("text_embedding.2", "text.out")
          .first("time_embedding.0", "time.in")
          .first("time_embedding.2", "time.out")
          .first("time_projection.1", "time.shared")
          .first("head.head", "head.out")
          .within("norm3", "cross_norm")
          .within("ffn.0", "feed_forward.up")
          .within("ffn.2", "feed_forward.down");

  private static final KeyMap OTHERS =
      attention(
              attention(KeyMap.IDENTITY, "attn1", "self", "to_", "to_out.0"),
              "attn2",
              "cross",
              "to_",
              "to_out.0")
          .first("patch_embedding", "patches")
          .first("condition_embedder.text_embedder.linear_1", "text.in")
          .first("condition_embedder.text_embedder.linear_2", "text.out")
          .first("condition_embedder.time_embedder.linear_1", "time.in")
          .first("condition_embedder.time_embedder.linear_2", "time.out")
          .first("condition_embedder.time_proj", "time.shared")
          .first("proj_out", "head.out")
          .within("scale_shift_table", "modulation")
          .first("modulation", "head.modulation")
          .within("norm2", "cross_norm")
          .within("ffn.net.0.proj", "feed_forward.up")
          .within("ffn.net.2", "feed_forward.down");

  /** The owners' names, with or without the prefix of repackaged files. */
  public static final KeyMap ORIGINAL = BARE.then(OWNERS);

  /** The names of the diffusers library, which counts the norms in another order. */
  public static final KeyMap DIFFUSERS = BARE.then(OTHERS);

  /** The owners' names turned into those of diffusers. */
  static final KeyMap TO_DIFFUSERS = OWNERS.then(OTHERS.inverse());

  private static KeyMap attention(
      KeyMap keys, String theirs, String ours, String before, String out) {
    return keys.within(theirs + ".norm_q", ours + ".query_norm")
        .within(theirs + ".norm_k", ours + ".key_norm")
        .within(theirs + "." + before + "q", ours + ".query")
        .within(theirs + "." + before + "k", ours + ".key")
        .within(theirs + "." + before + "v", ours + ".value")
        .within(theirs + "." + out, ours + ".out");
  }

  /** The map for a checkpoint, by the names it holds. */
  public static KeyMap of(Collection<String> names) {
    return names.stream().anyMatch(name -> name.contains("condition_embedder."))
        ? DIFFUSERS
        : ORIGINAL;
  }
}
