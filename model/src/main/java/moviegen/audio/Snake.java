package moviegen.audio;

import moviegen.nn.Init;
import moviegen.nn.Params;
import moviegen.tensor.Ops;
import moviegen.tensor.Tensor;

/**
 * The activation x + sin²(αx)/α, which is periodic around the identity, with a learned α for each
 * channel.
 */
record Snake(Tensor alpha) {
  private static final double SMALLEST = 1e-9;

  Snake(Params params, int width) {
    this(params.get("alpha", Init.ONES, width));
  }

  /**
   * @param x (b t c)
   * @return (b t c)
   */
  Tensor forward(Tensor x) {
    var wave = x.mul(alpha.to(x.dtype())).sin();
    var inverse = alpha.add(SMALLEST).pow(-1).to(x.dtype());
    return Ops.addcmul(x, wave.mul(wave), inverse);
  }
}
