package moviegen.wan;

import java.util.Optional;
import moviegen.nn.Params;
import moviegen.tensor.Scope;
import moviegen.tensor.Tensor;

/** Two causal convolutions, each after a norm and SiLU, beside what came in. */
final class WanResidual implements Causal {
  private final Optional<PixelLinear> shortcut;
  private final ChannelNorm norm1;
  private final CausalConv conv1;
  private final ChannelNorm norm2;
  private final CausalConv conv2;

  WanResidual(Params params, int in, int out) {
    norm1 = new ChannelNorm(params.at("norm1"), in, 3);
    conv1 = CausalConv.cube(params.at("conv1"), in, out);
    norm2 = new ChannelNorm(params.at("norm2"), out, 3);
    conv2 = CausalConv.cube(params.at("conv2"), out, out);
    shortcut =
        in == out
            ? Optional.empty()
            : Optional.of(new PixelLinear(params.at("shortcut"), in, out, 3));
  }

  /**
   * @param x (b t h w in)
   * @return (b t h w out)
   */
  @Override
  public Tensor forward(Tensor x, FrameCache cache) {
    var y = Scope.tidy(() -> conv1.forward(x, norm1::activate, cache));
    var z = Scope.tidy(() -> conv2.forward(y, norm2::activate, cache));
    y.close();
    return z.add_(shortcut.map(s -> s.forward(x)).orElse(x));
  }
}
