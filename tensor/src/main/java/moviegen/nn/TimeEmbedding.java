package moviegen.nn;

import java.util.List;
import moviegen.tensor.Ops;
import moviegen.tensor.Tensor;

/**
 * A vector for a time between 0 and 1: waves of geometrically falling frequency, then two linear
 * layers with SiLU between them.
 */
public record TimeEmbedding(Linear in, Linear out) {
  private static final int WAVES = 256;
  private static final double LONGEST = 10_000;
  private static final double SCALE = 1000;

  public TimeEmbedding(Params params, int width) {
    this(
        Linear.biased(params.at("in"), WAVES, width),
        Linear.biased(params.at("out"), width, width));
  }

  /**
   * @param time (b), float32
   * @return (b width)
   */
  public Tensor forward(Tensor time) {
    return out.forward(in.forward(waves(time)).silu());
  }

  private static Tensor waves(Tensor time) {
    int half = WAVES / 2;
    var frequencies =
        Ops.arange(half).to(time.device()).to(time.dtype()).mul(-Math.log(LONGEST) / half).exp();
    var angles = time.mul(SCALE).unsqueeze(1).mul(frequencies.unsqueeze(0));
    return Ops.cat(List.of(angles.cos(), angles.sin()), 1);
  }
}
