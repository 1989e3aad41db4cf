package moviegen.audio;

import java.util.List;
import java.util.stream.IntStream;
import moviegen.nn.Conv1d;
import moviegen.nn.Init;
import moviegen.nn.Linear;
import moviegen.nn.Params;
import moviegen.tensor.Tensor;

/**
 * A dilated convolution and a mixing of channels, each after a {@link Snake}, beside the identity.
 */
record ResidualUnit(Snake first, Conv1d wide, Snake second, Linear mix) {
  private static final List<Integer> DILATIONS = List.of(1, 3, 9);
  private static final int KERNEL = 7;
  private static final double QUIET = 0.3;

  /** Samples to each side that the units of a level look at together. */
  static final int REACH = KERNEL / 2 * DILATIONS.stream().mapToInt(Integer::intValue).sum();

  ResidualUnit(Params params, int width, int dilation) {
    this(
        new Snake(params.at("first"), width),
        new Conv1d(params.at("wide"), width, width, KERNEL, dilation),
        new Snake(params.at("second"), width),
        Linear.biased(params.at("mix"), width, width, Init.normal(QUIET / Math.sqrt(width))));
  }

  /** The units of a level, which look further and further. */
  static List<ResidualUnit> level(Params params, int width) {
    return IntStream.range(0, DILATIONS.size())
        .mapToObj(i -> new ResidualUnit(params.at(i), width, DILATIONS.get(i)))
        .toList();
  }

  /**
   * @param x (b t c)
   * @return (b t c)
   */
  Tensor forward(Tensor x) {
    return x.add(mix.forward(second.forward(wide.forward(first.forward(x)))));
  }
}
