package moviegen.autoencoder;

import static moviegen.tensor.Axis.axis;

import java.util.ArrayList;
import java.util.List;
import moviegen.nn.Linear;
import moviegen.nn.Params;
import moviegen.tensor.Ops;
import moviegen.tensor.Tensor;

/**
 * Makes one site of {@code time × space × space}: a convolution whose stride is its kernel, written
 * as space-to-depth and a matrix product.
 */
record Merge(Linear linear, int time, int space) {
  Merge(Params params, int in, int out, int time, int space) {
    this(Linear.biased(params, in * time * space * space, out), time, space);
  }

  /** (b t h w in) → (b t/time h/space w/space out); a last odd frame is repeated. */
  Tensor forward(Tensor x) {
    return linear.forward(
        evenFrames(x)
            .rearrange(
                "b (t p) (h q) (w r) c -> b t h w (p q r c)",
                axis("p", time),
                axis("q", space),
                axis("r", space)));
  }

  private Tensor evenFrames(Tensor x) {
    long missing = Math.floorMod(-x.size(1), (long) time);
    if (missing == 0) {
      return x;
    }
    List<Tensor> parts = new ArrayList<>(List.of(x));
    for (long i = 0; i < missing; i++) {
      parts.add(x.narrow(1, x.size(1) - 1, 1));
    }
    return Ops.cat(parts, 1);
  }
}
