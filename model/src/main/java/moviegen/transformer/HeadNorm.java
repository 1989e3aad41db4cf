package moviegen.transformer;

import moviegen.nn.Init;
import moviegen.nn.Params;
import moviegen.nn.RmsNorm;
import moviegen.tensor.Tensor;

/** Normalizes queries or keys in each head, with a learned strength for each head. */
record HeadNorm(Tensor strength) {
  HeadNorm(Params params, int heads) {
    this(params.get("strength", Init.ONES, heads));
  }

  /**
   * @param x (b heads n d)
   * @return (b heads n d)
   */
  Tensor forward(Tensor x) {
    return x.mul(RmsNorm.inverse(x).mul(strength.reshape(-1, 1, 1)).to(x.dtype()));
  }
}
