package moviegen.autoencoder;

import static moviegen.tensor.Axis.axis;

import moviegen.nn.Conv2d;
import moviegen.nn.Init;
import moviegen.nn.Params;
import moviegen.tensor.Tensor;

/** A 3×3 convolution of every frame, followed by one over time: "2.5-D" (paper §3.1.1). */
record InflatedConv(Conv2d space, TemporalConv time) {
  private static final int KERNEL = 3;

  InflatedConv(Params params, int in, int out) {
    this(params, in, out, Init.normal(1 / Math.sqrt(in * 9.0)));
  }

  InflatedConv(Params params, int in, int out, Init init) {
    this(
        new Conv2d(params.at("space"), in, out, KERNEL, 1, init),
        new TemporalConv(params.at("time"), out));
  }

  /** (b t h w in) → (b t h w out). */
  Tensor forward(Tensor x) {
    var frames = space.forward(x.rearrange("b t h w c -> (b t) h w c"));
    return time.forward(frames.rearrange("(b t) h w c -> b t h w c", axis("t", x.size(1))));
  }
}
