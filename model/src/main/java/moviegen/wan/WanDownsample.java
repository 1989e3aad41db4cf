package moviegen.wan;

import static moviegen.tensor.Axis.axis;

import java.util.Optional;
import moviegen.nn.Init;
import moviegen.nn.Params;
import moviegen.tensor.Ops;
import moviegen.tensor.Scope;
import moviegen.tensor.Tensor;

/** Half the height and width, and after that half the frames where the level asks for it. */
final class WanDownsample implements Causal {
  private final Tensor weight;
  private final Tensor bias;
  private final Optional<CausalConv> time;

  WanDownsample(Params params, int width, boolean temporal) {
    var init = Init.normal(1 / Math.sqrt(9.0 * width));
    weight = params.at("conv").get("weight", init, width, width, 3, 3);
    bias = params.at("conv").get("bias", Init.ZEROS, width);
    time =
        temporal
            ? Optional.of(CausalConv.inTime(params.at("time"), width, width, 2))
            : Optional.empty();
  }

  /**
   * The first piece of a film has one frame, which stays one.
   *
   * @param x (b t h w c)
   * @return (b t h/2 w/2 c), or (b t/2 h/2 w/2 c)
   */
  @Override
  public Tensor forward(Tensor x, FrameCache cache) {
    var y = Scope.tidy(() -> halve(x));
    if (time.isEmpty()) {
      return y;
    }
    if (cache.atStart()) {
      cache.remember(time.get(), y, time.get().before());
      return y;
    }
    return time.get().forward(y, cache);
  }

  private Tensor halve(Tensor x) {
    var padded = Ops.padZeros(x.rearrange("b t h w c -> (b t) h w c"), 0, 0, 0, 1, 0, 1);
    var y =
        Ops.conv2d(
            padded.permute(0, 3, 1, 2), weight.to(x.dtype()), bias.to(x.dtype()), 2, 0);
    return y.permute(0, 2, 3, 1).rearrange("(b t) h w c -> b t h w c", axis("t", x.size(1)));
  }
}
