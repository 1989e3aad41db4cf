package moviegen.audio;

import moviegen.nn.Init;
import moviegen.nn.Params;
import moviegen.tensor.Ops;
import moviegen.tensor.Tensor;

/**
 * A transposed convolution that makes {@code rate} samples of one: a matrix product to blocks of
 * twice that length, which overlap by half and add up.
 */
record Upsample(Tensor weight, Tensor bias, int rate) {
  Upsample(Params params, int in, int out, int rate) {
    this(params, in, out, rate, Init.normal(1 / Math.sqrt(2.0 * in)));
  }

  Upsample(Params params, int in, int out, int rate, Init init) {
    this(params.get("weight", init, in, out, 2L * rate), params.get("bias", Init.ZEROS, out), rate);
  }

  /**
   * @param x (b t in)
   * @return (b t·rate out)
   */
  Tensor forward(Tensor x) {
    long length = x.size(1);
    long out = weight.size(1);
    var rows = weight.permute(2, 1, 0).reshape(-1, weight.size(0)).to(x.dtype());
    var halves = Ops.linear(x, rows).chunk(2, 2);
    var early = Ops.padZeros(halves.get(0), 0, 0, 0, 1);
    var late = Ops.padZeros(halves.get(1), 0, 0, 1, 0);
    return early
        .add(late)
        .reshape(x.size(0), (length + 1) * rate, out)
        .narrow(1, rate / 2, length * rate)
        .add(bias.to(x.dtype()));
  }
}
