package moviegen.wan;

import java.util.List;
import moviegen.nn.Params;
import moviegen.tensor.Tensor;

/** The level of the smallest frames: residual, attention, residual. */
final class WanMiddle implements Causal {
  private final List<Causal> layers;

  WanMiddle(Params params, int width) {
    layers =
        List.of(
            new WanResidual(params.at("first"), width, width),
            new FrameAttention(params.at("attention"), width),
            new WanResidual(params.at("last"), width, width));
  }

  @Override
  public Tensor forward(Tensor x, FrameCache cache) {
    return Causal.chain(layers, x, cache);
  }
}
