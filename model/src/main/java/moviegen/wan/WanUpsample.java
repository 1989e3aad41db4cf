package moviegen.wan;

import static moviegen.tensor.Axis.axis;

import java.util.List;
import java.util.Optional;
import moviegen.nn.Init;
import moviegen.nn.Params;
import moviegen.tensor.Ops;
import moviegen.tensor.Scope;
import moviegen.tensor.Tensor;

/** Twice the frames where the level asks for it, and after that twice the height and width. */
final class WanUpsample implements Causal {
  /*
   * Height and width: the original repeats every pixel and convolves with three by three. Of the
   * repeated pixels under such a kernel two are always the same, so that each of the four pixels
   * that come from one is a convolution of the small frame with two by two, whose weights are sums
   * of the three. That is less than half of the products, and the repeated frame never exists.
   */
  private final Optional<CausalConv> time;
  private final Tensor weight;
  private final Tensor bias;

  WanUpsample(Params params, int in, int out, boolean temporal) {
    time =
        temporal
            ? Optional.of(CausalConv.inTime(params.at("time"), in, 2 * in, 1))
            : Optional.empty();
    var init = Init.normal(1 / Math.sqrt(9.0 * in));
    weight = params.at("conv").get("weight", init, out, in, 3, 3);
    bias = params.at("conv").get("bias", Init.ZEROS, out);
  }

  /**
   * The first frame of a film stays one, and the frames after it do not see it.
   *
   * @param x (b t h w in)
   * @return (b t 2h 2w out), or (b 2t 2h 2w out)
   */
  @Override
  public Tensor forward(Tensor x, FrameCache cache) {
    var y =
        time.isEmpty() || cache.atStart()
            ? x
            : Scope.tidy(() -> twice(time.get().forward(x, cache)));
    var grown = Scope.tidy(() -> grow(y.rearrange("b t h w c -> (b t) h w c")));
    return grown.rearrange("(b t) h w c -> b t h w c", axis("t", y.size(1)));
  }

  private static Tensor twice(Tensor x) {
    return x.rearrange("b t h w (two c) -> b (t two) h w c", axis("two", 2));
  }

  /** (n h w in) → (n 2h 2w out). */
  private Tensor grow(Tensor x) {
    long n = x.size(0);
    long h = x.size(1);
    long w = x.size(2);
    long out = weight.size(0);
    var grown = Ops.empty(x.dtype(), x.device(), n, h, 2, w, 2, out);
    for (int i = 0; i < 2; i++) {
      for (int j = 0; j < 2; j++) {
        int row = i;
        int column = j;
        var phase =
            Scope.tidy(
                () -> {
                  var kernel = paired(paired(weight, 2, row), 3, column).to(x.dtype());
                  return Ops.conv2d(x.permute(0, 3, 1, 2), kernel, bias.to(x.dtype()), 1, 1);
                });
        var inside = phase.narrow(2, i, h).narrow(3, j, w).permute(0, 2, 3, 1);
        grown.select(4, j).select(2, i).copy_(inside);
        phase.close();
      }
    }
    return grown.reshape(n, 2 * h, 2 * w, out);
  }

  /** Three weights along {@code axis} as two: the last ones together, or the first ones. */
  private static Tensor paired(Tensor weight, int axis, int phase) {
    var together = weight.narrow(axis, 1 - phase, 1).add(weight.narrow(axis, 2 - phase, 1));
    var alone = weight.narrow(axis, 2L * phase, 1);
    return Ops.cat(phase == 0 ? List.of(alone, together) : List.of(together, alone), axis);
  }
}
