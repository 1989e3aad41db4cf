package moviegen.flow;

import java.util.Arrays;
import java.util.stream.IntStream;
import moviegen.tensor.DType;
import moviegen.tensor.Native;
import moviegen.tensor.Ops;
import moviegen.tensor.Scope;
import moviegen.tensor.Tensor;

/** The mean squared error of a predicted velocity, in float32 (paper, section 3.1.2). */
public record FlowLoss(Path path) {
  public static final FlowLoss STRAIGHT = new FlowLoss(Path.STRAIGHT);

  /** A field evaluated at a time of its own for every sample of a batch. */
  @FunctionalInterface
  public interface Network {
    /**
     * Predicts the velocity.
     *
     * @param x (b …)
     * @param time (b)
     * @return (b …)
     */
    Tensor at(Tensor x, Tensor time);
  }

  /**
   * The loss of one batch.
   *
   * @param data (b …)
   * @param noise (b …)
   * @param times one a sample
   * @return ()
   */
  public Tensor of(Network network, Tensor data, Tensor noise, double... times) {
    var time = Ops.tensor(times);
    var predicted = network.at(path.at(noise, data, time), time);
    return Ops.mse(predicted.to(DType.FLOAT32), path.velocity(noise, data).to(DType.FLOAT32));
  }

  /** The loss at each of {@code times}, the whole batch at one time, no gradient kept. */
  public double[] at(Network network, Tensor data, Tensor noise, double... times) {
    return Arrays.stream(times)
        .map(
            time -> {
              try (var _ = Native.noGrad();
                  var _ = Scope.open()) {
                double[] same = new double[(int) data.size(0)];
                Arrays.fill(same, time);
                return of(network, data, noise, same).item();
              }
            })
        .toArray();
  }

  /**
   * The middles of {@code count} equal parts of the way, for a validation that does not flicker.
   */
  public static double[] fixedTimes(int count) {
    return IntStream.range(0, count).mapToDouble(i -> (i + 0.5) / count).toArray();
  }
}
