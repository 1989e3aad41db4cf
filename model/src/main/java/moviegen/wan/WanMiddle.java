package moviegen.wan;

import moviegen.nn.Params;
import moviegen.tensor.Tensor;

/** The level of the smallest frames: residual, attention, residual. */
final class WanMiddle {
  private final WanResidual first;
  private final FrameAttention attention;
  private final WanResidual last;

  WanMiddle(Params params, int width) {
    first = new WanResidual(params.at("first"), width, width);
    attention = new FrameAttention(params.at("attention"), width);
    last = new WanResidual(params.at("last"), width, width);
  }

  Tensor forward(Tensor x, FrameCache cache) {
    return last.forward(attention.forward(first.forward(x, cache)), cache);
  }
}
