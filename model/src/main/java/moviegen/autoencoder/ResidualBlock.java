package moviegen.autoencoder;

import moviegen.nn.Init;
import moviegen.nn.LayerNorm;
import moviegen.nn.Params;
import moviegen.tensor.Tensor;

/**
 * Two normalized, inflated convolutions beside a shortcut. Each site is normalized by itself: no
 * statistic reaches across the picture, so a tile decodes as the whole does.
 */
record ResidualBlock(
    LayerNorm firstNorm, InflatedConv first, LayerNorm secondNorm, InflatedConv second) {
  ResidualBlock(Params params, int width) {
    this(
        new LayerNorm(params.at("first_norm"), width),
        new InflatedConv(params.at("first"), width, width),
        new LayerNorm(params.at("second_norm"), width),
        new InflatedConv(params.at("second"), width, width, Init.ZEROS));
  }

  /** (b t h w c) → (b t h w c). */
  Tensor forward(Tensor x) {
    var y = first.forward(firstNorm.forward(x).silu());
    return x.add(second.forward(secondNorm.forward(y).silu()));
  }
}
