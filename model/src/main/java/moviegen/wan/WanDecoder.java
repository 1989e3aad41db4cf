package moviegen.wan;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import moviegen.nn.Params;
import moviegen.tensor.DType;
import moviegen.tensor.Tensor;

/** The half of the autoencoder that makes films of latents. */
final class WanDecoder {
  private final CausalConv in;
  private final WanMiddle middle;
  private final List<Level> levels;
  private final ChannelNorm norm;
  private final CausalConv out;

  /** Residual blocks, and unless it is the last level, a doubling. */
  private record Level(List<WanResidual> blocks, Optional<WanUpsample> up) {
    Tensor forward(Tensor x, FrameCache cache) {
      var y = x;
      for (WanResidual block : blocks) {
        y = block.forward(y, cache);
      }
      return up.isPresent() ? up.get().forward(y, cache) : y;
    }
  }

  WanDecoder(Params params, WanAutoencoderConfig config) {
    var widths = config.decoderWidths();
    in = CausalConv.cube(params.at("in"), config.latentChannels(), widths.getFirst());
    middle = new WanMiddle(params.at("middle"), widths.getFirst());
    levels = new ArrayList<>();
    for (int i = 0; i < config.multipliers().size(); i++) {
      levels.add(level(params.at("levels").at(i), config, i));
    }
    norm = new ChannelNorm(params.at("norm"), widths.getLast(), 3);
    out = CausalConv.cube(params.at("out"), widths.getLast(), config.pixelChannels());
  }

  private static Level level(Params params, WanAutoencoderConfig config, int i) {
    int narrowing = config.shortcuts() ? 1 : 2;
    int before = config.decoderWidths().get(i) / (i == 0 ? 1 : narrowing);
    int width = config.decoderWidths().get(i + 1);
    var blocks =
        IntStream.rangeClosed(0, config.blocks())
            .mapToObj(
                k -> new WanResidual(params.at("blocks").at(k), k == 0 ? before : width, width))
            .toList();
    if (i == config.temporal().size()) {
      return new Level(blocks, Optional.empty());
    }
    boolean temporal = config.temporal().reversed().get(i);
    return new Level(
        blocks,
        Optional.of(new WanUpsample(params.at("up"), width, width / narrowing, temporal)));
  }

  /**
   * Decodes the next latent frame of a film.
   *
   * @param x (b 1 h w latent), in whose type the smallest level computes
   * @param compute the type of all other levels
   * @return (b t 8h 8w c), one frame for the first
   */
  Tensor forward(Tensor x, DType compute, FrameCache cache) {
    var y = middle.forward(in.forward(x, cache), cache);
    for (Level level : levels) {
      y = level.forward(y, cache).to(compute);
    }
    return WanResidual.step(norm, out, y, cache);
  }
}
