package moviegen.audio;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import moviegen.nn.Params;
import moviegen.tensor.Ops;
import moviegen.tensor.Tensor;

/**
 * How far two waves are from each other as they are heard: the mean difference of the logarithms of
 * their levels, in bands of a mel scale, through windows of seven lengths (the codec's multi-scale
 * mel loss). One is a tenfold difference of amplitude, 20 dB.
 */
public final class MelDistance implements AutoCloseable {
  private static final List<Integer> WINDOWS = List.of(32, 64, 128, 256, 512, 1024, 2048);

  private final Params params = Params.frozen((_, init, shape) -> init.fill(shape));
  private final List<MelLevels> scales;

  public MelDistance(double sampleRate) {
    scales =
        WINDOWS.stream()
            .map(window -> MelLevels.of(params.at(window), window, sampleRate))
            .toList();
  }

  /**
   * The distance, with its history.
   *
   * @param a (b t), at least 2,048 samples
   * @param b (b t)
   */
  public Tensor of(Tensor a, Tensor b) {
    if (!Arrays.equals(a.shape(), b.shape()) || a.size(1) < WINDOWS.getLast()) {
      throw new IllegalArgumentException(
          "Waves have shapes %s, expected twice the same with at least %d samples"
              .formatted(
                  Stream.of(a, b)
                      .map(x -> Arrays.toString(x.shape()))
                      .collect(Collectors.joining(" and ")),
                  WINDOWS.getLast()));
    }
    return scales.stream()
        .map(scale -> Ops.l1(scale.forward(a), scale.forward(b)))
        .reduce(Tensor::add)
        .orElseThrow()
        .mul(1.0 / scales.size());
  }

  @Override
  public void close() {
    params.close();
  }
}
