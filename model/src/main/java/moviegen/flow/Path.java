package moviegen.flow;

import java.util.Arrays;
import moviegen.tensor.Tensor;

/**
 * The straight way from noise X0 to data X1: X_t = t X1 + (1 − (1 − σ) t) X0 (paper, section
 * 3.1.2).
 *
 * @param sigma the noise that is left at the end
 */
public record Path(double sigma) {
  /** The paper's σ_min. */
  public static final Path STRAIGHT = new Path(1e-5);

  public Path {
    if (!(sigma >= 0 && sigma < 1)) {
      throw new IllegalArgumentException("sigma is " + sigma + ", expected 0 to less than 1");
    }
  }

  /**
   * Where the path is at a time.
   *
   * @param noise (b …)
   * @param data (b …)
   * @param time (b), from 0 to 1
   * @return (b …)
   */
  public Tensor at(Tensor noise, Tensor data, Tensor time) {
    var t = spread(time, data);
    return data.mul(t).add(noise.mul(t.mul(sigma - 1).add(1)));
  }

  /** Its derivative, the same at every time: V = X1 − (1 − σ) X0. */
  public Tensor velocity(Tensor noise, Tensor data) {
    return data.sub(noise.mul(1 - sigma));
  }

  /** Gives {@code time} (b) as many axes as {@code like} has. */
  private static Tensor spread(Tensor time, Tensor like) {
    long[] shape = new long[like.rank()];
    Arrays.fill(shape, 1);
    shape[0] = time.size(0);
    return time.reshape(shape);
  }
}
