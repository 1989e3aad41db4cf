package moviegen.audio;

import moviegen.tensor.Ops;
import moviegen.tensor.Tensor;

/**
 * What the encoder believes of a wave's latents: a normal distribution for every value.
 *
 * @param mean (b n c)
 * @param scale before softplus, which makes it a standard deviation (b n c)
 */
public record Posterior(Tensor mean, Tensor scale) {
  private static final double LEAST = 1e-4;

  static Posterior of(Tensor moments) {
    var parts = moments.chunk(2, 2);
    return new Posterior(parts.get(0), parts.get(1));
  }

  /** (b n c). */
  public Tensor deviation() {
    return scale.relu().add(scale.abs().neg().exp().add(1).log()).add(LEAST);
  }

  /**
   * A draw.
   *
   * @param noise from the unit normal (b n c)
   */
  public Tensor sample(Tensor noise) {
    return Ops.addcmul(mean, deviation(), noise.to(mean.dtype()));
  }

  /** Kullback-Leibler divergence from the unit normal, per latent value. */
  public Tensor divergence() {
    var variance = deviation().pow(2);
    return mean.pow(2).add(variance).add(-1).sub(variance.log()).mean().mul(0.5);
  }
}
