package moviegen.wan;

import moviegen.checkpoint.KeyMap;

/** The owners' names turned into those of diffusers and transformers. */
final class PublishedNames {
  static final KeyMap TRANSFORMER =
      KeyMap.IDENTITY
          .rename("^text_embedding\\.0\\.", "condition_embedder.text_embedder.linear_1.")
          .rename("^text_embedding\\.2\\.", "condition_embedder.text_embedder.linear_2.")
          .rename("^time_embedding\\.0\\.", "condition_embedder.time_embedder.linear_1.")
          .rename("^time_embedding\\.2\\.", "condition_embedder.time_embedder.linear_2.")
          .rename("^time_projection\\.1\\.", "condition_embedder.time_proj.")
          .rename("^head\\.modulation$", "scale_shift_table")
          .rename("^head\\.head\\.", "proj_out.")
          .rename("\\.modulation$", ".scale_shift_table")
          .rename("\\.norm3\\.", ".norm2.")
          .rename("\\.self_attn\\.", ".attn1.")
          .rename("\\.cross_attn\\.", ".attn2.")
          .rename("\\.(q|k|v)\\.", ".to_$1.")
          .rename("\\.o\\.", ".to_out.0.")
          .rename("\\.ffn\\.0\\.", ".ffn.net.0.proj.")
          .rename("\\.ffn\\.2\\.", ".ffn.net.2.");

  static final KeyMap TEXT =
      KeyMap.IDENTITY
          .rename("^token_embedding\\.", "shared.")
          .rename("^norm\\.", "encoder.final_layer_norm.")
          .rename("^blocks\\.", "encoder.block.")
          .rename("\\.norm1\\.", ".layer.0.layer_norm.")
          .rename("\\.norm2\\.", ".layer.1.layer_norm.")
          .rename("\\.attn\\.", ".layer.0.SelfAttention.")
          .rename(
              "\\.pos_embedding\\.embedding\\.", ".layer.0.SelfAttention.relative_attention_bias.")
          .rename("\\.ffn\\.gate\\.0\\.", ".layer.1.DenseReluDense.wi_0.")
          .rename("\\.ffn\\.fc1\\.", ".layer.1.DenseReluDense.wi_1.")
          .rename("\\.ffn\\.fc2\\.", ".layer.1.DenseReluDense.wo.");

  private static final KeyMap AUTOENCODER =
      KeyMap.IDENTITY
          .rename("^conv1\\.", "quant_conv.")
          .rename("^conv2\\.", "post_quant_conv.")
          .rename("coder\\.conv1\\.", "coder.conv_in.")
          .rename("\\.head\\.0\\.", ".norm_out.")
          .rename("\\.head\\.2\\.", ".conv_out.")
          .rename("\\.middle\\.0\\.", ".mid_block.resnets.0.")
          .rename("\\.middle\\.1\\.", ".mid_block.attentions.0.")
          .rename("\\.middle\\.2\\.", ".mid_block.resnets.1.")
          .rename("\\.residual\\.0\\.", ".norm1.")
          .rename("\\.residual\\.2\\.", ".conv1.")
          .rename("\\.residual\\.3\\.", ".norm2.")
          .rename("\\.residual\\.6\\.", ".conv2.")
          .rename("\\.shortcut\\.", ".conv_shortcut.")
          .rename("\\.downsamples\\.", ".down_blocks.");

  private PublishedNames() {}

  /** Of Wan 2.1's autoencoder, whose decoder's levels are counted there. */
  static KeyMap autoencoder(WanAutoencoderConfig config) {
    var keys = AUTOENCODER;
    int each = config.blocks() + 2;
    for (int i = 0; i < each * config.multipliers().size() - 1; i++) {
      String place =
          i % each == each - 1
              ? "up_blocks.%d.upsamplers.0.".formatted(i / each)
              : "up_blocks.%d.resnets.%d.".formatted(i / each, i % each);
      keys = keys.rename("\\.upsamples\\.%d\\.".formatted(i), "." + place);
    }
    return keys;
  }
}
