package moviegen.train;

import moviegen.audio.MelDistance;
import moviegen.audio.Posterior;
import moviegen.tensor.Tensor;

/**
 * What a codec's reconstruction is held to.
 *
 * @param mel weight of the distance as it is heard
 * @param wave weight of the absolute error of the wave beside the wave's own size
 * @param divergence weight of the divergence from the unit normal, per latent value
 */
public record CodecLoss(double mel, double wave, double divergence) {
  public static final CodecLoss TINY = new CodecLoss(1, 0.5, 1e-3);

  /** Keeps silence from weighing more than anything. */
  private static final double SILENCE = 0.005;

  /**
   * @param back what came back (b t)
   * @param wave what went in (b t)
   */
  Tensor of(Tensor back, Tensor wave, Posterior posterior, MelDistance distance, Meter meter) {
    var heard = distance.of(back, wave);
    var size = wave.abs().meanKeeping(1).add(SILENCE);
    var error = back.sub(wave).abs().meanKeeping(1).div(size).mean();
    var far = posterior.divergence();
    meter.add("mel", heard.item());
    meter.add("wave", error.item());
    meter.add("divergence", far.item());
    return heard.mul(mel).add(error.mul(this.wave)).add(far.mul(divergence));
  }
}
