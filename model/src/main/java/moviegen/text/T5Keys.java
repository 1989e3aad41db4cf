package moviegen.text;

import moviegen.checkpoint.KeyMap;

/** The names that others give to the weights of a T5 encoder. */
public final class T5Keys {
  private T5Keys() {}

  /** Hugging Face's names, of an encoder or of a whole T5, whose decoder is left out. */
  public static final KeyMap HUGGING_FACE =
      KeyMap.IDENTITY
          .drop("decoder\\..*|lm_head\\.weight|encoder\\.embed_tokens\\.weight")
          .rename("^shared\\.", "embedding.")
          .rename("^encoder\\.final_layer_norm\\.", "norm.")
          .rename("^encoder\\.block\\.(\\d+)\\.layer\\.", "blocks.$1.")
          .rename("\\.0\\.layer_norm\\.", ".attention_norm.")
          .rename("\\.1\\.layer_norm\\.", ".feed_forward_norm.")
          .rename("\\.0\\.SelfAttention\\.relative_attention_bias\\.", ".positions.")
          .rename("\\.0\\.SelfAttention\\.", ".attention.")
          .rename("\\.attention\\.q\\.", ".attention.query.")
          .rename("\\.attention\\.k\\.", ".attention.key.")
          .rename("\\.attention\\.v\\.", ".attention.value.")
          .rename("\\.attention\\.o\\.", ".attention.out.")
          .rename("\\.1\\.DenseReluDense\\.", ".feed_forward.")
          .rename("\\.wi_0\\.", ".gate.")
          .rename("\\.wi_1\\.", ".up.")
          .rename("\\.wo\\.", ".down.");

  /** The same with the one table of positions, which Hugging Face keeps in the first block. */
  public static final KeyMap HUGGING_FACE_SHARED =
      HUGGING_FACE.rename("^blocks\\.0\\.positions\\.", "positions.");

  /** The names of Wan's own UMT5. */
  public static final KeyMap WAN =
      KeyMap.IDENTITY
          .rename("^token_embedding\\.", "embedding.")
          .rename("\\.norm1\\.", ".attention_norm.")
          .rename("\\.norm2\\.", ".feed_forward_norm.")
          .rename("\\.pos_embedding\\.embedding\\.", ".positions.")
          .rename("\\.attn\\.q\\.", ".attention.query.")
          .rename("\\.attn\\.k\\.", ".attention.key.")
          .rename("\\.attn\\.v\\.", ".attention.value.")
          .rename("\\.attn\\.o\\.", ".attention.out.")
          .rename("\\.ffn\\.gate\\.0\\.", ".feed_forward.gate.")
          .rename("\\.ffn\\.fc1\\.", ".feed_forward.up.")
          .rename("\\.ffn\\.fc2\\.", ".feed_forward.down.");
}
