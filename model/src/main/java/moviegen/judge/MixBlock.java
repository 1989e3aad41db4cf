package moviegen.judge;

import java.util.List;
import moviegen.nn.Init;
import moviegen.nn.LayerNorm;
import moviegen.nn.Linear;
import moviegen.nn.Params;
import moviegen.tensor.Ops;
import moviegen.tensor.Tensor;

/**
 * Lets every site see its six neighbors in space and time, then thinks about each by itself: an
 * eighth of the channels comes from either side along each axis (Lin et al. 2019, Yu et al. 2022).
 */
record MixBlock(LayerNorm norm, Linear up, Linear down) {
  static final int GROUPS = 8;
  private static final int HIDDEN = 3;

  MixBlock(Params params, int width) {
    this(
        new LayerNorm(params.at("norm"), width),
        Linear.biased(params.at("up"), width, HIDDEN * width),
        Linear.biased(params.at("down"), HIDDEN * width, width, Init.ZEROS));
  }

  /** (b t h w c) → (b t h w c). */
  Tensor forward(Tensor x) {
    return x.add(down.forward(Ops.gelu(up.forward(shifted(norm.forward(x))))));
  }

  static Tensor shifted(Tensor x) {
    long group = x.size(4) / GROUPS;
    return Ops.cat(
        List.of(
            x.narrow(4, 0, 2 * group),
            later(x.narrow(4, 2 * group, group), 1),
            earlier(x.narrow(4, 3 * group, group), 1),
            later(x.narrow(4, 4 * group, group), 2),
            earlier(x.narrow(4, 5 * group, group), 2),
            later(x.narrow(4, 6 * group, group), 3),
            earlier(x.narrow(4, 7 * group, group), 3)),
        4);
  }

  /** Everything one place on along an axis; the first stays. */
  private static Tensor later(Tensor x, int axis) {
    long length = x.size(axis);
    return length == 1
        ? x
        : Ops.cat(List.of(x.narrow(axis, 0, 1), x.narrow(axis, 0, length - 1)), axis);
  }

  private static Tensor earlier(Tensor x, int axis) {
    long length = x.size(axis);
    return length == 1
        ? x
        : Ops.cat(List.of(x.narrow(axis, 1, length - 1), x.narrow(axis, length - 1, 1)), axis);
  }
}
