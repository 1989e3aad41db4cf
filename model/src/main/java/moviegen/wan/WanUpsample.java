package moviegen.wan;

import static moviegen.tensor.Axis.axis;

import java.util.Optional;
import moviegen.nn.Conv2d;
import moviegen.nn.Params;
import moviegen.tensor.Scope;
import moviegen.tensor.Tensor;

/** Twice the frames where the level asks for it, and after that twice the height and width. */
final class WanUpsample {
  private final Optional<CausalConv> time;
  private final Conv2d conv;

  WanUpsample(Params params, int in, int out, boolean temporal) {
    time =
        temporal
            ? Optional.of(CausalConv.inTime(params.at("time"), in, 2 * in, 1))
            : Optional.empty();
    conv = new Conv2d(params.at("conv"), in, out, 3);
  }

  /**
   * The first frame of a film stays one, and the frames after it do not see it.
   *
   * @param x (b t h w in)
   * @return (b t 2h 2w out), or (b 2t 2h 2w out)
   */
  Tensor forward(Tensor x, FrameCache cache) {
    return Scope.tidy(
        () -> {
          var y = time.isEmpty() || cache.atStart() ? x : twice(time.get().forward(x, cache));
          long frames = y.size(1);
          var grown = Scope.tidy(() -> grow(y.rearrange("b t h w c -> (b t) h w c")));
          return conv.forward(grown).rearrange("(b t) h w c -> b t h w c", axis("t", frames));
        });
  }

  private static Tensor twice(Tensor x) {
    return x.rearrange("b t h w (two c) -> b (t two) h w c", axis("two", 2));
  }

  /** Every pixel four times. */
  private static Tensor grow(Tensor x) {
    long b = x.size(0);
    long h = x.size(1);
    long w = x.size(2);
    long c = x.size(3);
    return x.reshape(b, h, 1, w, 1, c).expand(b, h, 2, w, 2, c).reshape(b, 2 * h, 2 * w, c);
  }
}
