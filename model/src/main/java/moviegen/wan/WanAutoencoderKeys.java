package moviegen.wan;

import moviegen.checkpoint.KeyMap;

/** The names that others give to the weights of the autoencoder, and the way back. */
public final class WanAutoencoderKeys {
  private WanAutoencoderKeys() {}

  private static final KeyMap FROM_ORIGINAL =
      KeyMap.IDENTITY
          .rename("^conv1\\.", "moments.")
          .rename("^conv2\\.", "latents.")
          .rename("^(encoder|decoder)\\.conv1\\.", "$1.in.")
          .rename("^(encoder|decoder)\\.head\\.0\\.", "$1.norm.")
          .rename("^(encoder|decoder)\\.head\\.2\\.", "$1.out.")
          .rename("\\.middle\\.0\\.", ".middle.first.")
          .rename("\\.middle\\.1\\.", ".middle.attention.")
          .rename("\\.middle\\.2\\.", ".middle.last.")
          .rename("\\.to_qkv\\.", ".qkv.")
          .rename("\\.proj\\.", ".out.")
          .rename("\\.residual\\.0\\.", ".norm1.")
          .rename("\\.residual\\.2\\.", ".conv1.")
          .rename("\\.residual\\.3\\.", ".norm2.")
          .rename("\\.residual\\.6\\.", ".conv2.")
          .rename("\\.resample\\.1\\.", ".conv.")
          .rename("\\.time_conv\\.", ".time.");

  private static final KeyMap TO_ORIGINAL =
      KeyMap.IDENTITY
          .rename("\\.conv1\\.", ".residual.2.")
          .rename("\\.conv2\\.", ".residual.6.")
          .rename("\\.norm1\\.", ".residual.0.")
          .rename("\\.norm2\\.", ".residual.3.")
          .rename("^moments\\.", "conv1.")
          .rename("^latents\\.", "conv2.")
          .rename("\\.(\\d+)\\.conv\\.", ".$1.resample.1.")
          .rename("\\.time\\.", ".time_conv.")
          .rename("\\.middle\\.first\\.", ".middle.0.")
          .rename("\\.middle\\.attention\\.", ".middle.1.")
          .rename("\\.middle\\.last\\.", ".middle.2.")
          .rename("\\.qkv\\.", ".to_qkv.")
          .rename("\\.middle\\.1\\.out\\.", ".middle.1.proj.")
          .rename("^(encoder|decoder)\\.in\\.", "$1.conv1.")
          .rename("^(encoder|decoder)\\.norm\\.", "$1.head.0.")
          .rename("^(encoder|decoder)\\.out\\.", "$1.head.2.");

  private static final KeyMap FROM_DIFFUSERS =
      KeyMap.IDENTITY
          .rename("^quant_conv\\.", "moments.")
          .rename("^post_quant_conv\\.", "latents.")
          .rename("\\.conv_in\\.", ".in.")
          .rename("\\.norm_out\\.", ".norm.")
          .rename("\\.conv_out\\.", ".out.")
          .rename("\\.mid_block\\.resnets\\.0\\.", ".middle.first.")
          .rename("\\.mid_block\\.attentions\\.0\\.", ".middle.attention.")
          .rename("\\.mid_block\\.resnets\\.1\\.", ".middle.last.")
          .rename("\\.to_qkv\\.", ".qkv.")
          .rename("\\.proj\\.", ".out.")
          .rename("\\.conv_shortcut\\.", ".shortcut.")
          .rename("\\.resample\\.1\\.", ".conv.")
          .rename("\\.time_conv\\.", ".time.")
          .rename("\\.up_blocks\\.(\\d+)\\.resnets\\.", ".levels.$1.blocks.")
          .rename("\\.up_blocks\\.(\\d+)\\.upsamplers?(?:\\.0)?\\.", ".levels.$1.up.")
          .rename("\\.down_blocks\\.(\\d+)\\.resnets\\.", ".levels.$1.blocks.")
          .rename("\\.down_blocks\\.(\\d+)\\.downsampler\\.", ".levels.$1.down.");

  /** The owners' names to ours. */
  public static KeyMap original(WanAutoencoderConfig config) {
    var keys = FROM_ORIGINAL;
    for (Place place : Place.all(config)) {
      keys = keys.rename("^" + place.original().replace(".", "\\."), place.ours());
    }
    return keys;
  }

  /** Our names to the owners'. */
  public static KeyMap toOriginal(WanAutoencoderConfig config) {
    var keys = KeyMap.IDENTITY;
    for (Place place : Place.all(config)) {
      keys = keys.rename("^" + place.ours().replace(".", "\\."), place.original());
    }
    return keys.then(TO_ORIGINAL);
  }

  /** Diffusers' names to ours: up is nested, down is counted through unless it has shortcuts. */
  public static KeyMap diffusers(WanAutoencoderConfig config) {
    var keys = FROM_DIFFUSERS;
    if (!config.shortcuts()) {
      for (Place place : Place.all(config)) {
        String theirs = place.original().replace("downsamples", "down_blocks");
        keys = keys.rename("^" + theirs.replace(".", "\\."), place.ours());
      }
    }
    return keys;
  }
}
