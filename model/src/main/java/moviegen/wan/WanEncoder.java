package moviegen.wan;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import moviegen.nn.Params;
import moviegen.tensor.Tensor;

/** The half of the autoencoder that makes films small. */
final class WanEncoder {
  private final List<Causal> layers = new ArrayList<>();

  WanEncoder(Params params, WanAutoencoderConfig config) {
    var widths = config.encoderWidths();
    layers.add(CausalConv.cube(params.at("in"), config.pixelChannels(), widths.getFirst()));
    for (int i = 0; i < config.multipliers().size(); i++) {
      layers.add(level(params.at("levels").at(i), config, i));
    }
    layers.add(new WanMiddle(params.at("middle"), widths.getLast()));
    layers.add(new WanHead(params, widths.getLast(), 2 * config.latentChannels()));
  }

  /** Residual blocks, and unless it is the last level, a halving. */
  private static Causal level(Params params, WanAutoencoderConfig config, int i) {
    int before = config.encoderWidths().get(i);
    int width = config.encoderWidths().get(i + 1);
    boolean last = i == config.temporal().size();
    boolean temporal = !last && config.temporal().get(i);
    var main = new ArrayList<Causal>();
    IntStream.range(0, config.blocks())
        .mapToObj(k -> new WanResidual(params.at("blocks").at(k), k == 0 ? before : width, width))
        .forEach(main::add);
    if (!last) {
      main.add(new WanDownsample(params.at("down"), width, temporal));
    }
    if (!config.shortcuts()) {
      return (x, cache) -> Causal.chain(main, x, cache);
    }
    int frames = temporal ? 2 : 1;
    int side = last ? 1 : 2;
    return (x, cache) ->
        Shortcuts.down(x, width, frames, side).add(Causal.chain(main, x, cache));
  }

  /**
   * Encodes the next piece of a film: its first frame, or as many as make one latent frame.
   *
   * @param x (b t h w c)
   * @return (b 1 h' w' 2·latent), means and logarithms of variances
   */
  Tensor forward(Tensor x, FrameCache cache) {
    return Causal.chain(layers, x, cache);
  }
}
