package moviegen.audio;

import java.util.List;
import moviegen.nn.Init;
import moviegen.nn.Params;
import moviegen.tensor.Ops;
import moviegen.tensor.Tensor;

/**
 * A convolution that makes one sample of {@code rate}, looking half as far again to each side: a
 * matrix product over two neighboring blocks of samples.
 */
record Downsample(Tensor weight, Tensor bias, int rate) {
  Downsample(Params params, int in, int out, int rate) {
    this(params, in, out, rate, Init.normal(1 / Math.sqrt(2.0 * rate * in)));
  }

  Downsample(Params params, int in, int out, int rate, Init init) {
    this(params.get("weight", init, out, in, 2L * rate), params.get("bias", Init.ZEROS, out), rate);
  }

  /**
   * @param x (b t in), t a multiple of the rate
   * @return (b t/rate out)
   */
  Tensor forward(Tensor x) {
    long length = x.size(1) / rate;
    var blocks =
        Ops.padZeros(x, 0, 0, rate / 2, rate / 2).reshape(x.size(0), length + 1, rate * x.size(2));
    var pairs = Ops.cat(List.of(blocks.narrow(1, 0, length), blocks.narrow(1, 1, length)), 2);
    var rows = weight.permute(0, 2, 1).reshape(weight.size(0), -1).to(x.dtype());
    return Ops.linear(pairs, rows, bias.to(x.dtype()));
  }
}
