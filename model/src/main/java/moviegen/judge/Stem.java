package moviegen.judge;

import static moviegen.tensor.Axis.axis;

import moviegen.nn.Conv2d;
import moviegen.nn.Init;
import moviegen.nn.LayerNorm;
import moviegen.nn.Params;
import moviegen.tensor.Ops;
import moviegen.tensor.Tensor;

/**
 * From the pixels of two frames to sites of 8×8 of them, by three convolutions that halve each
 * side, so that a shape is the same one wherever it stands.
 */
record Stem(Conv2d first, LayerNorm firstNorm, Conv2d second, LayerNorm secondNorm, Conv2d third) {
  private static final int COLORS = 3;
  private static final int KERNEL = 3;

  Stem(Params params, int width) {
    this(
        half(params.at("first"), JudgeConfig.STRIDE * COLORS, width / 4),
        new LayerNorm(params.at("first_norm"), width / 4),
        half(params.at("second"), width / 4, width / 2),
        new LayerNorm(params.at("second_norm"), width / 2),
        half(params.at("third"), width / 2, width));
  }

  private static Conv2d half(Params params, int in, int out) {
    return new Conv2d(params, in, out, KERNEL, 2, Init.normal(1 / (KERNEL * Math.sqrt(in))));
  }

  /** (b t h w 3) → (b t/2 h/8 w/8 c). */
  Tensor forward(Tensor films) {
    var pairs = films.rearrange("b (t s) h w c -> (b t) h w (s c)", axis("s", JudgeConfig.STRIDE));
    var quarter = Ops.gelu(firstNorm.forward(first.forward(pairs)));
    var eighth = Ops.gelu(secondNorm.forward(second.forward(quarter)));
    return third.forward(eighth).rearrange("(b t) h w c -> b t h w c", axis("b", films.size(0)));
  }
}
