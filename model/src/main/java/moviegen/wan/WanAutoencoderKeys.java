package moviegen.wan;

import moviegen.checkpoint.KeyMap;

/** The names that others give to the weights of the autoencoder. */
public final class WanAutoencoderKeys {
  private WanAutoencoderKeys() {}

  private static final KeyMap LAYERS =
      KeyMap.IDENTITY
          .within("middle.attention.to_qkv", "middle.attention.qkv")
          .within("middle.attention.proj", "middle.attention.out")
          .within("resample.1", "conv")
          .within("time_conv", "time");

  private static final KeyMap ORIGINAL =
      KeyMap.IDENTITY
          .first("conv1", "moments")
          .first("conv2", "latents")
          .first("encoder.conv1", "encoder.in")
          .first("decoder.conv1", "decoder.in")
          .first("encoder.head.0", "encoder.norm")
          .first("decoder.head.0", "decoder.norm")
          .first("encoder.head.2", "encoder.out")
          .first("decoder.head.2", "decoder.out")
          .within("middle.0", "middle.first")
          .within("middle.1", "middle.attention")
          .within("middle.2", "middle.last")
          .within("residual.0", "norm1")
          .within("residual.2", "conv1")
          .within("residual.3", "norm2")
          .within("residual.6", "conv2")
          .then(LAYERS);

  private static final KeyMap DIFFUSERS =
      KeyMap.IDENTITY
          .first("quant_conv", "moments")
          .first("post_quant_conv", "latents")
          .first("encoder.conv_in", "encoder.in")
          .first("decoder.conv_in", "decoder.in")
          .first("encoder.norm_out", "encoder.norm")
          .first("decoder.norm_out", "decoder.norm")
          .first("encoder.conv_out", "encoder.out")
          .first("decoder.conv_out", "decoder.out")
          .within("mid_block.resnets.0", "middle.first")
          .within("mid_block.attentions.0", "middle.attention")
          .within("mid_block.resnets.1", "middle.last")
          .within("conv_shortcut", "shortcut")
          .then(LAYERS);

  /** The owners' names to ours. */
  public static KeyMap original(WanAutoencoderConfig config) {
    return ORIGINAL.then(Place.keys(config, Place::original));
  }

  /** Diffusers' names to ours. */
  public static KeyMap diffusers(WanAutoencoderConfig config) {
    return DIFFUSERS.then(Place.keys(config, Place::diffusers));
  }
}
