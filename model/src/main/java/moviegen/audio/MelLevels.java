package moviegen.audio;

import java.util.ArrayList;
import moviegen.nn.Params;
import moviegen.tensor.HostMemory;
import moviegen.tensor.Ops;
import moviegen.tensor.Scope;
import moviegen.tensor.Tensor;

/**
 * The levels of a wave as they are heard: logarithms to the base of ten, in bands of a mel scale, a
 * frame every quarter of a window.
 *
 * @param transform real and imaginary parts of a windowed Fourier transform (2 bins, window)
 * @param bands (bands, bins)
 */
record MelLevels(int window, Tensor transform, Tensor bands) {
  private static final int OVERLAP = 4;
  private static final double FLOOR = 1e-5;

  static MelLevels of(Params params, int window, double sampleRate) {
    int bins = window / 2 + 1;
    int count = MelBands.count(window);
    return new MelLevels(
        window,
        params.constant(
            "transform", shape -> HostMemory.tensor(transform(window), shape), 2L * bins, window),
        params.constant(
            "bands",
            shape -> HostMemory.tensor(MelBands.of(window, sampleRate), shape),
            count,
            bins));
  }

  /** Levels whose tables are made anew wherever a model is, and belong to no file. */
  static MelLevels unwritten(Params params, int window, double sampleRate) {
    int count = MelBands.count(window);
    long bins = window / 2 + 1L;
    try (var _ = Scope.open()) {
      return new MelLevels(
          window,
          params.keep("transform", HostMemory.tensor(transform(window), 2 * bins, window)),
          params.keep("bands", HostMemory.tensor(MelBands.of(window, sampleRate), count, bins)));
    }
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
  Tensor forward(Tensor wave) {
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
