package moviegen.tensor;

import java.util.ArrayList;
import org.bytedeco.pytorch.TensorOptional;
import org.bytedeco.pytorch.global.torch;

/**
 * Convolution along time, (b t c) to (b t c'), with zeros beyond both ends so that the length
 * stays; its forms differ in speed alone. Weights are (out in k) with an odd k.
 */
public enum Convolution {
  /** Libtorch's own for one axis, which wants the channels before the time. */
  LINE {
    @Override
    public Tensor forward(Tensor x, Tensor weight, Tensor bias, int dilation) {
      long padding = reach(weight, dilation);
      try (var b = new TensorOptional(bias.handle)) {
        return new Tensor(
                torch.conv1d(
                    x.handle.transpose(1, 2),
                    weight.handle,
                    b,
                    new long[] {1},
                    new long[] {padding},
                    new long[] {dilation},
                    1))
            .transpose(1, 2);
      }
    }
  },

  /** A plane of height one whose channels lie innermost in memory. */
  PLANE {
    @Override
    public Tensor forward(Tensor x, Tensor weight, Tensor bias, int dilation) {
      long padding = reach(weight, dilation);
      try (var b = new TensorOptional(bias.handle)) {
        return new Tensor(
                torch.conv2d(
                    x.handle.transpose(1, 2).unsqueeze(2),
                    weight.handle.unsqueeze(2),
                    b,
                    new long[] {1, 1},
                    new long[] {0, padding},
                    new long[] {1, dilation},
                    1))
            .squeeze(2)
            .transpose(1, 2);
      }
    }
  },

  /** One matrix product over all taps side by side. */
  PRODUCT {
    @Override
    public Tensor forward(Tensor x, Tensor weight, Tensor bias, int dilation) {
      long padding = reach(weight, dilation);
      var padded = Ops.padZeros(x, 0, 0, padding, padding);
      var taps = new ArrayList<Tensor>();
      for (int tap = 0; tap < weight.size(2); tap++) {
        taps.add(padded.narrow(1, (long) tap * dilation, x.size(1)));
      }
      var rows = weight.permute(0, 2, 1).reshape(weight.size(0), -1);
      return Ops.linear(Ops.cat(taps, 2), rows, bias);
    }
  };

  /**
   * Convolves.
   *
   * @param x (b t in)
   * @param weight (out in k), in the type of {@code x}
   * @param bias (out), in the type of {@code x}
   * @return (b t out)
   */
  public abstract Tensor forward(Tensor x, Tensor weight, Tensor bias, int dilation);

  /** How far a kernel looks to each side. */
  private static long reach(Tensor weight, int dilation) {
    return (weight.size(2) - 1) / 2 * dilation;
  }
}
