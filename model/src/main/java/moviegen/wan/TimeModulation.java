package moviegen.wan;

import java.util.List;
import moviegen.nn.Linear;
import moviegen.nn.Params;
import moviegen.tensor.DType;
import moviegen.tensor.Ops;
import moviegen.tensor.Tensor;

/** What a time says to all blocks and to the head, in float32. */
record TimeModulation(Linear in, Linear out, Linear shared, int waves) {
  static final int PARTS = 6;
  private static final double LONGEST = 10_000;

  TimeModulation(Params params, WanConfig config) {
    this(
        Linear.biased(params.at("in"), config.waves(), config.width()),
        Linear.biased(params.at("out"), config.width(), config.width()),
        Linear.biased(params.at("shared"), config.width(), PARTS * config.width()),
        config.waves());
  }

  /**
   * @param time (b g), from 0 to 1000
   * @return (b g c)
   */
  Tensor embed(Tensor time) {
    int half = waves / 2;
    var frequencies =
        Ops.arange(half).to(time.device()).to(DType.FLOAT64).mul(-Math.log(LONGEST) / half).exp();
    var angles = time.to(DType.FLOAT64).unsqueeze(2).mul(frequencies);
    var x = Ops.cat(List.of(angles.cos(), angles.sin()), 2).to(DType.FLOAT32);
    return out.forward(in.forward(x).silu());
  }

  /**
   * @param embedded (b g c)
   * @return (b g 6 c)
   */
  Tensor forward(Tensor embedded) {
    long[] shape = embedded.shape();
    return shared.forward(embedded.silu()).reshape(shape[0], shape[1], PARTS, shape[2]);
  }
}
