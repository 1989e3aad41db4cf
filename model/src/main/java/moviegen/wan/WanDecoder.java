package moviegen.wan;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import moviegen.nn.Params;
import moviegen.tensor.DType;
import moviegen.tensor.Tensor;

/** The half of the autoencoder that makes films of latents. */
final class WanDecoder {
  private final List<Causal> layers = new ArrayList<>();

  /**
   * @param compute the type of all levels but the smallest, which computes in what it gets
   */
  WanDecoder(Params params, WanAutoencoderConfig config, DType compute) {
    var widths = config.decoderWidths();
    layers.add(CausalConv.cube(params.at("in"), config.latentChannels(), widths.getFirst()));
    layers.add(new WanMiddle(params.at("middle"), widths.getFirst()));
    for (int i = 0; i < config.multipliers().size(); i++) {
      layers.add(level(params.at("levels").at(i), config, i));
      layers.add((x, _) -> x.to(compute));
    }
    layers.add(new WanHead(params, widths.getLast(), config.pixelChannels()));
  }

  /** Residual blocks, and unless it is the last level, a doubling. */
  private static Causal level(Params params, WanAutoencoderConfig config, int i) {
    int narrowing = config.shortcuts() ? 1 : 2;
    int before = config.decoderWidths().get(i) / (i == 0 ? 1 : narrowing);
    int width = config.decoderWidths().get(i + 1);
    var main = new ArrayList<Causal>();
    IntStream.rangeClosed(0, config.blocks())
        .mapToObj(k -> new WanResidual(params.at("blocks").at(k), k == 0 ? before : width, width))
        .forEach(main::add);
    if (i == config.temporal().size()) {
      return (x, cache) -> Causal.chain(main, x, cache);
    }
    boolean temporal = config.temporal().reversed().get(i);
    main.add(new WanUpsample(params.at("up"), width, width / narrowing, temporal));
    if (!config.shortcuts()) {
      return (x, cache) -> Causal.chain(main, x, cache);
    }
    int frames = temporal ? 2 : 1;
    return (x, cache) ->
        Shortcuts.up(x, width, frames, 2, cache.atStart()).add(Causal.chain(main, x, cache));
  }

  /**
   * Decodes the next latent frame of a film.
   *
   * @param x (b 1 h w latent)
   * @return (b t h' w' c), one frame for the first
   */
  Tensor forward(Tensor x, FrameCache cache) {
    return Causal.chain(layers, x, cache);
  }
}
