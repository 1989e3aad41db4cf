package moviegen.train;

import java.util.ArrayList;
import java.util.List;
import moviegen.tensor.DType;
import moviegen.tensor.Ops;
import moviegen.tensor.Tensor;

/**
 * By how much the structural similarity of luma falls short of one (Wang, Bovik, Sheikh, Simoncelli
 * 2004), as a loss: Gaussian windows of 11×11 with σ = 1.5 that lie inside the frame.
 */
final class StructuralLoss {
  private static final int SIZE = 11;
  private static final double SIGMA = 1.5;
  private static final double C1 = 0.01 * 0.01;
  private static final double C2 = 0.03 * 0.03;

  private StructuralLoss() {}

  /**
   * @param back (b t h w 3), colors from -1 to 1, as {@code film}
   * @return the mean over all windows, 0 where both are the same
   */
  static Tensor of(Tensor back, Tensor film) {
    var x = luma(back);
    var y = luma(film);
    var planes = List.of(x, y, x.mul(x).add(y.mul(y)), x.mul(y));
    var means = means(Ops.stack(planes, 0));
    var both = means.select(0, 0).mul(means.select(0, 1));
    var powers = means.select(0, 0).pow(2).add(means.select(0, 1).pow(2));
    var variances = means.select(0, 2).sub(powers);
    var covariance = means.select(0, 3).sub(both);
    var likeness =
        both.mul(2)
            .add(C1)
            .mul(covariance.mul(2).add(C2))
            .div(powers.add(C1).mul(variances.add(C2)));
    return likeness.mean().neg().add(1);
  }

  /** Brightness from 0 to 1 (b·t h w). */
  private static Tensor luma(Tensor film) {
    var luma = film.mul(Ops.tensor(0.299, 0.587, 0.114)).sum(4).mul(0.5).add(0.5);
    return luma.reshape(-1, film.size(2), film.size(3));
  }

  /**
   * Windowed means of every plane, in float64: variances are small differences of them, and matrix
   * units may multiply float32 in bfloat16 ({@link moviegen.tensor.Native.Precision#MEDIUM}).
   */
  private static Tensor means(Tensor planes) {
    var rows = window((int) planes.size(2));
    var columns = window((int) planes.size(3)).transpose(0, 1);
    return rows.matmul(planes.to(DType.FLOAT64).matmul(columns)).to(DType.FLOAT32);
  }

  /** The matrix that takes {@code size} values to their means in all windows. */
  private static Tensor window(int size) {
    int count = size - SIZE + 1;
    var values = new double[count * size];
    for (int i = 0; i < count; i++) {
      for (int k = 0; k < SIZE; k++) {
        values[i * size + i + k] = Math.exp(-Math.pow(k - SIZE / 2, 2) / (2 * SIGMA * SIGMA));
      }
    }
    var window = Ops.tensor(values).to(DType.FLOAT64).reshape(count, size);
    return window.div(window.sum(1).reshape(count, 1));
  }
}
