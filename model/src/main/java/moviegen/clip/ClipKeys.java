package moviegen.clip;

import moviegen.checkpoint.KeyMap;

/** The names that open_clip gives to the weights of its towers. */
public final class ClipKeys {
  private ClipKeys() {}

  /** Both towers: the image tower below {@code image}, the text tower below {@code text}. */
  public static final KeyMap OPEN_CLIP =
      KeyMap.IDENTITY
          .drop("logit_scale|logit_bias|attn_mask")
          .rename("^(?!visual\\.)", "text.")
          .rename("^visual\\.", "image.")
          .rename("^text\\.text_projection$", "text.projection")
          .rename("^text\\.token_embedding\\.", "text.embedding.")
          .rename("^text\\.ln_final\\.", "text.norm.")
          .rename("^image\\.proj$", "image.projection")
          .rename("^image\\.conv1\\.", "image.patches.")
          .rename("^image\\.class_embedding$", "image.class_token")
          .rename("^image\\.ln_pre\\.", "image.first_norm.")
          .rename("^image\\.ln_post\\.", "image.norm.")
          .rename("\\.positional_embedding$", ".positions")
          .rename("\\.transformer\\.resblocks\\.", ".blocks.")
          .rename("\\.ln_1\\.", ".attention_norm.")
          .rename("\\.ln_2\\.", ".feed_forward_norm.")
          .rename("\\.attn\\.in_proj_", ".attention.query_key_value.")
          .rename("\\.attn\\.out_proj\\.", ".attention.out.")
          .rename("\\.mlp\\.c_fc\\.", ".feed_forward.up.")
          .rename("\\.mlp\\.c_proj\\.", ".feed_forward.down.");
}
