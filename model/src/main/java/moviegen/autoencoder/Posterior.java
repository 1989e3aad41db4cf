package moviegen.autoencoder;

import moviegen.tensor.Tensor;

/**
 * What the encoder believes of a film's latent: a normal distribution at every site.
 *
 * @param mean (b t h w c)
 * @param logVariance (b t h w c)
 */
public record Posterior(Tensor mean, Tensor logVariance) {
  static Posterior of(Tensor meanAndLogVariance) {
    var parts = meanAndLogVariance.chunk(2, 4);
    return new Posterior(parts.get(0), parts.get(1).clamp(-20, 10));
  }

  /**
   * A draw.
   *
   * @param noise from the unit normal (b t h w c)
   */
  public Tensor sample(Tensor noise) {
    return mean.add(logVariance.mul(0.5).exp().mul(noise));
  }

  /** Kullback-Leibler divergence from the unit normal, per latent value. */
  public Tensor divergence() {
    return mean.pow(2).add(logVariance.exp()).add(-1).sub(logVariance).mean().mul(0.5);
  }

  /**
   * The paper's outlier penalty (§3.1.1): by how much the distance of a site's latent from the
   * frame's mean exceeds {@code r} standard deviations, averaged over sites and frames.
   */
  public Tensor outlierPenalty(double r) {
    var distance = mean.sub(mean.meanKeeping(2, 3)).pow(2).sum(4).add(1e-8).sqrt(); // b t h w
    var spread = mean.stdKeeping(2, 3).pow(2).sum(4).add(1e-8).sqrt().mul(r); // b t 1 1
    return distance.sub(spread).relu().mean();
  }
}
