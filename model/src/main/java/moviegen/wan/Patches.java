package moviegen.wan;

import static moviegen.tensor.Axis.axis;

import java.util.Optional;
import moviegen.nn.Init;
import moviegen.nn.Linear;
import moviegen.nn.Params;
import moviegen.tensor.Tensor;

/**
 * Cuts latents into patches of 1×2×2 and makes each a token: a convolution whose stride is its
 * kernel, written as a product.
 */
record Patches(Tensor weight, Tensor bias) {
  static final int SIDE = 2;

  Patches(Params params, WanConfig config) {
    this(
        params.get("weight", Init.normal(0.02), config.width(), config.inChannels(), 1, SIDE, SIDE),
        params.get("bias", Init.ZEROS, config.width()));
  }

  /**
   * @param x (b c t h w)
   * @return (b n c)
   */
  Tensor forward(Tensor x) {
    var patches =
        x.rearrange("b c t (h p) (w q) -> b (t h w) (c p q)", axis("p", SIDE), axis("q", SIDE));
    var product = new Linear(weight.reshape(weight.size(0), -1), Optional.of(bias));
    return product.forward(patches);
  }
}
