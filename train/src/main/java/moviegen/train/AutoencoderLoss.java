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
 * @param frameLevel weight of the logarithm of a film's mean squared error, so that a film that
 *     comes back well counts as much as one that does not
 * @param subjectLevel weight of the same over the subject alone
 * @param structure weight of what structural similarity lacks of one
 */
public record AutoencoderLoss(
    double squares,
    double edges,
    double divergence,
    double outliers,
    double subject,
    double frameLevel,
    double subjectLevel,
    double structure) {
  public static final AutoencoderLoss TINY =
      new AutoencoderLoss(16, 1, 3e-4, 0.3, 8, 0.2, 1, 1.2);

  /** The paper's r: standard deviations beyond which a site is an outlier. */
  private static final double OUTLIER = 3;

  /** A mean squared error (colors from -1 to 1) below which less is hardly better: 46 dB. */
  private static final double FLOOR = 1e-4;

  /**
   * @param back what came back (b t h w 3)
   * @param subjects where the subject is (b t h w 1)
   */
  Tensor of(Tensor back, Tensor film, Tensor subjects, Posterior posterior, Meter meter) {
    var error = back.sub(film);
    var square = error.mul(error);
    var weight = subjects.mul(subject).add(1);
    var colors = error.abs().add(square.mul(squares)).mul(weight).mean();
    var frameErrors = level(square.meanKeeping(1, 2, 3, 4));
    var subjectErrors = level(inside(square, subjects));
    var borders = edge(back, film, 2).add(edge(back, film, 3));
    var structures = StructuralLoss.of(back, film);
    var far = posterior.divergence();
    var spots = posterior.outlierPenalty(OUTLIER);
    meter.add("divergence", far.item());
    meter.add("outliers", spots.item());
    return colors
        .add(frameErrors.mul(frameLevel))
        .add(subjectErrors.mul(subjectLevel))
        .add(borders.mul(edges))
        .add(structures.mul(structure))
        .add(far.mul(divergence))
        .add(spots.mul(outliers));
  }

  private static Tensor level(Tensor meanSquares) {
    return meanSquares.add(FLOOR).log().mean();
  }

  /** The mean over a film's marked pixels (b); nothing where none is marked. */
  private static Tensor inside(Tensor square, Tensor marked) {
    var sums = square.mul(marked).sum(1, 2, 3, 4);
    return sums.div(marked.sum(1, 2, 3, 4).mul(square.size(4)).add(1));
  }

  private static Tensor edge(Tensor back, Tensor film, int axis) {
    return Ops.l1(differences(back, axis), differences(film, axis));
  }

  private static Tensor differences(Tensor x, int axis) {
    long n = x.size(axis) - 1;
    return x.narrow(axis, 1, n).sub(x.narrow(axis, 0, n));
  }
}
