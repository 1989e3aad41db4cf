package moviegen.text;

import moviegen.checkpoint.KeyMap;

/** The names that others give to the weights of a T5 encoder. */
public final class T5Keys {
  private T5Keys() {}

  /** Hugging Face's names, of an encoder or of a whole T5, whose decoder is left out. */
  public static final KeyMap HUGGING_FACE =
      KeyMap.IDENTITY
          .drop("decoder\\..*|lm_head\\.weight|encoder\\.embed_tokens\\.weight")
          .first("shared", "embedding")
          .first("encoder.final_layer_norm", "norm")
          .first("encoder.block", "blocks")
          .within("layer.0.layer_norm", "attention_norm")
          .within("layer.1.layer_norm", "feed_forward_norm")
          .within("layer.0.SelfAttention.relative_attention_bias", "positions")
          .within("layer.0.SelfAttention.q", "attention.query")
          .within("layer.0.SelfAttention.k", "attention.key")
          .within("layer.0.SelfAttention.v", "attention.value")
          .within("layer.0.SelfAttention.o", "attention.out")
          .within("layer.1.DenseReluDense.wi_0", "feed_forward.gate")
          .within("layer.1.DenseReluDense.wi_1", "feed_forward.up")
          .within("layer.1.DenseReluDense.wo", "feed_forward.down");

  /** The same with the one table of positions, which Hugging Face keeps in the first block. */
  public static final KeyMap HUGGING_FACE_SHARED =
      HUGGING_FACE.first("blocks.0.positions", "positions");

  /** The names of Wan's own UMT5. */
  public static final KeyMap WAN =
      KeyMap.IDENTITY
          .first("token_embedding", "embedding")
          .within("norm1", "attention_norm")
          .within("norm2", "feed_forward_norm")
          .within("pos_embedding.embedding", "positions")
          .within("attn.q", "attention.query")
          .within("attn.k", "attention.key")
          .within("attn.v", "attention.value")
          .within("attn.o", "attention.out")
          .within("ffn.gate.0", "feed_forward.gate")
          .within("ffn.fc1", "feed_forward.up")
          .within("ffn.fc2", "feed_forward.down");
}
