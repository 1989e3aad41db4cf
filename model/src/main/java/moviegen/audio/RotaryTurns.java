package moviegen.audio;

import java.util.List;
import moviegen.tensor.DType;
import moviegen.tensor.Ops;
import moviegen.tensor.Tensor;

/** By which angles queries and keys are turned at each latent, so that scores see distances. */
final class RotaryTurns {
  private static final double LONGEST = 10_000;

  private RotaryTurns() {}

  /**
   * @param latents how many
   * @param headWidth an even number
   * @return cosine and sine of each angle, float32 (n d/2 2)
   */
  static Tensor of(long latents, int headWidth) {
    long pairs = headWidth / 2;
    var rates =
        Ops.arange(pairs).to(DType.FLOAT32).mul(-Math.log(LONGEST) / pairs).exp().unsqueeze(0);
    var angles = Ops.arange(latents).to(DType.FLOAT32).unsqueeze(1).mul(rates);
    return Ops.stack(List.of(angles.cos(), angles.sin()), 2);
  }
}
