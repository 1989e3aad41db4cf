package moviegen.wan;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import moviegen.nn.Params;
import moviegen.tensor.Tensor;

/** The half of the autoencoder that makes films small. */
final class WanEncoder {
  private final CausalConv in;
  private final List<Level> levels;
  private final WanMiddle middle;
  private final ChannelNorm norm;
  private final CausalConv out;

  /** Residual blocks, and unless it is the last level, a halving. */
  private record Level(List<WanResidual> blocks, Optional<WanDownsample> down) {
    Tensor forward(Tensor x, FrameCache cache) {
      var y = x;
      for (WanResidual block : blocks) {
        y = block.forward(y, cache);
      }
      return down.isPresent() ? down.get().forward(y, cache) : y;
    }
  }

  WanEncoder(Params params, WanAutoencoderConfig config) {
    var widths = config.encoderWidths();
    in = CausalConv.cube(params.at("in"), config.pixelChannels(), widths.getFirst());
    levels = new ArrayList<>();
    for (int i = 0; i < config.multipliers().size(); i++) {
      levels.add(level(params.at("levels").at(i), config, i));
    }
    middle = new WanMiddle(params.at("middle"), widths.getLast());
    norm = new ChannelNorm(params.at("norm"), widths.getLast(), 3);
    out = CausalConv.cube(params.at("out"), widths.getLast(), 2 * config.latentChannels());
  }

  private static Level level(Params params, WanAutoencoderConfig config, int i) {
    int before = config.encoderWidths().get(i);
    int width = config.encoderWidths().get(i + 1);
    var blocks =
        IntStream.range(0, config.blocks())
            .mapToObj(
                k -> new WanResidual(params.at("blocks").at(k), k == 0 ? before : width, width))
            .toList();
    Optional<WanDownsample> down =
        i < config.temporal().size()
            ? Optional.of(new WanDownsample(params.at("down"), width, config.temporal().get(i)))
            : Optional.empty();
    return new Level(blocks, down);
  }

  /**
   * Encodes the next piece of a film: its first frame, or as many as make one latent frame.
   *
   * @param x (b t h w c)
   * @return (b 1 h' w' 2·latent), means and logarithms of variances
   */
  Tensor forward(Tensor x, FrameCache cache) {
    var y = in.forward(x, cache);
    for (Level level : levels) {
      y = level.forward(y, cache);
    }
    return WanResidual.step(norm, out, middle.forward(y, cache), cache);
  }
}
