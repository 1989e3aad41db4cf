package moviegen.nn;

import moviegen.tensor.Tensor;

/**
 * Normalizes queries in each head, with a learned strength for each head; keys are normalized
 * without one. Scores are then {@code strength sqrt(d) cos(q, k)}, and need no further scale.
 */
public record HeadNorm(Tensor strength) {
  public HeadNorm(Params params, int heads) {
    this(params.get("strength", Init.ONES, heads));
  }

  /**
   * @param x (b heads n d)
   * @return (b heads n d)
   */
  public Tensor queries(Tensor x) {
    return RmsNorm.rescale(x, strength.reshape(-1, 1, 1));
  }

  /**
   * @param x (b heads n d)
   * @return (b heads n d)
   */
  public static Tensor keys(Tensor x) {
    return RmsNorm.normalizeRows(x);
  }
}
