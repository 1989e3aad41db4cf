package moviegen.train;

import moviegen.autoencoder.Posterior;
import moviegen.tensor.Ops;
import moviegen.tensor.Tensor;

/**
 * What a reconstruction is held to.
 *
 * @param squares weight of the squared error beside the absolute one, which has weight one
 * @param edges weight of the absolute error of differences between neighbors
 * @param divergence weight of the divergence from the unit normal, per latent value
 * @param outliers weight of the outlier penalty; the paper's 1e5 is for sums, this for means
 * @param subject how much more an error of color weighs where the subject is
 */
public record AutoencoderLoss(
    double squares, double edges, double divergence, double outliers, double subject) {
  public static final AutoencoderLoss TINY = new AutoencoderLoss(16, 1, 3e-4, 0.3, 8);

  /** The paper's r: standard deviations beyond which a site is an outlier. */
  private static final double OUTLIER = 3;

  /**
   * @param back what came back (b t h w 3)
   * @param subjects where the subject is (b t h w 1)
   */
  Tensor of(Tensor back, Tensor film, Tensor subjects, Posterior posterior, Meter meter) {
    var error = back.sub(film);
    var weight = subjects.mul(subject).add(1);
    var colors = error.abs().add(error.mul(error).mul(squares)).mul(weight).mean();
    var borders = edge(back, film, 2).add(edge(back, film, 3));
    var far = posterior.divergence();
    var spots = posterior.outlierPenalty(OUTLIER);
    meter.add("divergence", far.item());
    meter.add("outliers", spots.item());
    return colors.add(borders.mul(edges)).add(far.mul(divergence)).add(spots.mul(outliers));
  }

  private static Tensor edge(Tensor back, Tensor film, int axis) {
    return Ops.l1(differences(back, axis), differences(film, axis));
  }

  private static Tensor differences(Tensor x, int axis) {
    long n = x.size(axis) - 1;
    return x.narrow(axis, 1, n).sub(x.narrow(axis, 0, n));
  }
}
