package moviegen.clip;

import moviegen.nn.Init;
import moviegen.nn.Params;
import moviegen.tensor.DType;
import moviegen.tensor.Ops;
import moviegen.tensor.Tensor;

/**
 * How badly texts and images find each other in a batch: the mean of two cross-entropies over
 * cosines times a learned scale (CLIP, figure 3).
 */
public final class ContrastiveLoss {
  private static final double FIRST_LOG_SCALE = Math.log(1 / 0.07);
  private static final double LARGEST_LOG_SCALE = Math.log(100);

  private final Tensor logScale;

  public ContrastiveLoss(Params params) {
    Init first = shape -> Ops.ones(shape).mul(FIRST_LOG_SCALE);
    logScale = params.get("log_scale", first);
  }

  /**
   * The loss of a batch in which the i-th text belongs to the i-th image.
   *
   * @param texts (b e)
   * @param images (b e)
   * @return a scalar
   */
  public Tensor forward(Tensor texts, Tensor images) {
    var scale = logScale.clamp(0, LARGEST_LOG_SCALE).exp();
    var logits = unit(texts).matmul(unit(images).transpose(0, 1)).mul(scale);
    var own = Ops.arange(texts.size(0)).to(texts.device());
    return Ops.crossEntropy(logits, own)
        .add(Ops.crossEntropy(logits.transpose(0, 1), own))
        .mul(0.5);
  }

  /** Vectors (b e) of length one, in float32. */
  public static Tensor unit(Tensor x) {
    var exact = x.to(DType.FLOAT32);
    return exact.mul(exact.mul(exact).meanKeeping(1).mul((double) x.size(1)).add(1e-12).rsqrt());
  }
}
