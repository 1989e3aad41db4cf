package moviegen.autoencoder;

import static moviegen.tensor.Axis.axis;

import moviegen.nn.Init;
import moviegen.nn.Linear;
import moviegen.nn.Params;
import moviegen.tensor.Tensor;

/** Makes {@code time × space × space} sites of one: {@link Merge} upside down. */
record Split(Linear linear, int time, int space) {
  Split(Params params, int in, int out, int time, int space) {
    this(
        Linear.biased(
            params, in, out * time * space * space, Init.normal(1 / Math.sqrt((double) in))),
        time,
        space);
  }

  /** (b t h w in) → (b t·time h·space w·space out). */
  Tensor forward(Tensor x) {
    return linear
        .forward(x)
        .rearrange(
            "b t h w (p q r c) -> b (t p) (h q) (w r) c",
            axis("p", time),
            axis("q", space),
            axis("r", space));
  }
}
