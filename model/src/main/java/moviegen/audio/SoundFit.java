package moviegen.audio;

import java.util.ArrayList;
import java.util.List;
import moviegen.clip.ContrastiveLoss;
import moviegen.nn.Conv1d;
import moviegen.nn.Init;
import moviegen.nn.LayerNorm;
import moviegen.nn.Linear;
import moviegen.nn.Params;
import moviegen.tensor.DType;
import moviegen.tensor.Ops;
import moviegen.tensor.Tensor;

/**
 * How well a soundtrack fits a film, in kind and in time: each latent's moment is an arrow for what
 * is seen and one for what is heard, and the score is the mean cosine of the two (in the place of
 * ImageBind's score, by which the paper ranks candidates; section 6.2).
 */
public final class SoundFit {
  private static final int KERNEL = 5;
  private static final double FIRST_LOG_SCALE = Math.log(10);
  private static final double LARGEST_LOG_SCALE = Math.log(100);

  private final SoundFitConfig config;
  private final Side seen;
  private final Side heard;
  private final Tensor logScale;

  /** From features of every moment to arrows. */
  private record Side(LayerNorm norm, Linear in, List<Layer> layers, Linear out) {
    record Layer(LayerNorm norm, Conv1d wide, Linear mix) {}

    static Side of(Params params, int features, SoundFitConfig config) {
      List<Layer> layers = new ArrayList<>();
      for (int i = 0; i < config.depth(); i++) {
        var layer = params.at("layers").at(i);
        int width = config.width();
        layers.add(
            new Layer(
                new LayerNorm(layer.at("norm"), width),
                new Conv1d(layer.at("wide"), width, width, KERNEL, 1 << i),
                Linear.biased(layer.at("mix"), width, width, Init.normal(0.3 / Math.sqrt(width)))));
      }
      return new Side(
          new LayerNorm(params.at("norm"), features),
          Linear.biased(params.at("in"), features, config.width()),
          List.copyOf(layers),
          Linear.biased(params.at("out"), config.width(), config.embedding()));
    }

    /** (b n k) → (b n e), each of length one. */
    Tensor forward(Tensor features) {
      var x = in.forward(norm.forward(features.to(DType.FLOAT32)));
      for (var layer : layers) {
        var wide = layer.wide.forward(layer.norm.forward(x)).silu();
        x = x.add(layer.mix.forward(wide));
      }
      var flat = out.forward(x).reshape(-1, out.weight().size(0));
      return ContrastiveLoss.unit(flat).reshape(x.size(0), x.size(1), -1);
    }
  }

  public SoundFit(Params params, SoundFitConfig config) {
    this.config = config;
    seen = Side.of(params.at("seen"), config.sight().width(), config);
    heard = Side.of(params.at("heard"), config.latentChannels(), config);
    logScale = params.get("log_scale", shape -> Ops.full(DType.FLOAT32, FIRST_LOG_SCALE, shape));
  }

  public SoundFitConfig config() {
    return config;
  }

  /**
   * The score of each soundtrack with the film of the same place, from -1 to 1.
   *
   * @param film what is seen during each latent (b n k)
   * @param sound standardized latents (b n c)
   * @return (b)
   */
  public Tensor score(Tensor film, Tensor sound) {
    var product = seen.forward(film).mul(heard.forward(sound));
    long length = product.size(1);
    return product.reshape(product.size(0), -1).sum(1).mul(1.0 / length);
  }

  /**
   * How badly every film finds its own sound among the sounds of all and among its own at other
   * times, and every sound its film.
   *
   * @param film (b n k)
   * @param sound (b n c)
   * @param shifted the films' own sounds, moved in time, one set after the other (s·b n c)
   */
  public Tensor loss(Tensor film, Tensor sound, Tensor shifted) {
    long batch = film.size(0);
    long length = film.size(1);
    var scale = logScale.clamp(0, LARGEST_LOG_SCALE).exp();
    var see = seen.forward(film).reshape(batch, -1);
    var hear = heard.forward(sound).reshape(batch, -1);
    var logits = see.matmul(hear.transpose(0, 1)).mul(1.0 / length).mul(scale);
    long sets = shifted.size(0) / batch;
    var late = heard.forward(shifted).reshape(sets, batch, -1);
    var moved = late.mul(see.unsqueeze(0)).sum(2).mul(1.0 / length).mul(scale).transpose(0, 1);
    var own = Ops.arange(batch);
    return Ops.crossEntropy(Ops.cat(List.of(logits, moved), 1), own)
        .add(Ops.crossEntropy(logits.transpose(0, 1), own))
        .mul(0.5);
  }
}
