package moviegen.audio;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import moviegen.nn.Params;
import moviegen.tensor.HostMemory;
import moviegen.tensor.Ops;
import moviegen.tensor.Tensor;

/**
 * How far two waves are from each other as they are heard: the mean difference of the logarithms of
 * their levels, in bands of a mel scale, through windows of seven lengths (the codec's multi-scale
 * mel loss). One is a tenfold difference of amplitude, 20 dB.
 */
public final class MelDistance implements AutoCloseable {
  private static final List<Integer> WINDOWS = List.of(32, 64, 128, 256, 512, 1024, 2048);
  private static final int OVERLAP = 4;
  private static final double FLOOR = 1e-5;

  private final Params params = Params.frozen((_, init, shape) -> init.fill(shape));
  private final List<Scale> scales;

  /**
   * One window length.
   *
   * @param transform real and imaginary parts of a windowed Fourier transform (2 bins, window)
   * @param bands (bands, bins)
   */
  private record Scale(int window, Tensor transform, Tensor bands) {
    static Scale of(Params params, int window, double sampleRate) {
      int bins = window / 2 + 1;
      int count = MelBands.count(window);
      return new Scale(
          window,
          params.constant(
              "transform", shape -> HostMemory.tensor(transform(window), shape), 2L * bins, window),
          params.constant(
              "bands",
              shape -> HostMemory.tensor(MelBands.of(window, sampleRate), shape),
              count,
              bins));
    }

    /** Rows scaled so that a sine of amplitude one has level one. */
    private static float[] transform(int window) {
      int bins = window / 2 + 1;
      float[] rows = new float[2 * bins * window];
      for (int k = 0; k < bins; k++) {
        for (int i = 0; i < window; i++) {
          double hann = (0.5 - 0.5 * Math.cos(2 * Math.PI * i / window)) * OVERLAP / window;
          double angle = 2 * Math.PI * Math.floorMod((long) k * i, (long) window) / window;
          rows[k * window + i] = (float) (hann * Math.cos(angle));
          rows[(bins + k) * window + i] = (float) (-hann * Math.sin(angle));
        }
      }
      return rows;
    }

    /** Logarithms of the levels of {@code wave} (b t): (b frames bands). */
    Tensor levels(Tensor wave) {
      int hop = window / OVERLAP;
      long blocks = wave.size(1) / hop;
      long frames = blocks - OVERLAP + 1;
      var whole = wave.narrow(1, 0, blocks * hop).reshape(wave.size(0), blocks, hop);
      var windows = new ArrayList<Tensor>();
      for (int i = 0; i < OVERLAP; i++) {
        windows.add(whole.narrow(1, i, frames));
      }
      var parts = Ops.linear(Ops.cat(windows, 2), transform).chunk(2, 2);
      var squares = parts.get(0).pow(2).add(parts.get(1).pow(2));
      var magnitudes = squares.add(FLOOR * FLOOR).sqrt();
      return Ops.linear(magnitudes, bands).log().mul(1 / Math.log(10));
    }
  }

  public MelDistance(double sampleRate) {
    scales =
        WINDOWS.stream().map(window -> Scale.of(params.at(window), window, sampleRate)).toList();
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
        .map(scale -> Ops.l1(scale.levels(a), scale.levels(b)))
        .reduce(Tensor::add)
        .orElseThrow()
        .mul(1.0 / scales.size());
  }

  @Override
  public void close() {
    params.close();
  }
}
