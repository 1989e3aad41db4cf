package moviegen.evaluate;

import moviegen.audio.MelDistance;
import moviegen.media.Samples;
import moviegen.tensor.HostMemory;
import moviegen.tensor.Native;
import moviegen.tensor.Scope;

/** How far sounds are from each other, as waves and as they are heard. */
final class SoundDistance implements AutoCloseable {
  private static final double EPS = 1e-12;

  private final MelDistance distance = new MelDistance(Samples.RATE);

  /** The codec's multi-scale mel distance of two sounds of one length. */
  double of(Samples a, Samples b) {
    try (var _ = Scope.open();
        var _ = Native.noGrad()) {
      return distance
          .of(
              HostMemory.tensor(a.values(), 1, a.length()),
              HostMemory.tensor(b.values(), 1, b.length()))
          .item();
    }
  }

  /** Scale-invariant signal-to-noise ratio of a copy in decibels. */
  static double signalToNoise(Samples copy, Samples truth) {
    double meanA = mean(copy.values());
    double meanB = mean(truth.values());
    double both = 0;
    double whole = 0;
    for (int i = 0; i < truth.length(); i++) {
      both += (copy.values()[i] - meanA) * (truth.values()[i] - meanB);
      whole += Math.pow(truth.values()[i] - meanB, 2);
    }
    double scale = both / (whole + EPS);
    double noise = 0;
    for (int i = 0; i < truth.length(); i++) {
      noise += Math.pow(copy.values()[i] - meanA - scale * (truth.values()[i] - meanB), 2);
    }
    return 10 * Math.log10((scale * scale * whole + EPS) / (noise + EPS));
  }

  private static double mean(float[] values) {
    double sum = 0;
    for (float value : values) {
      sum += value;
    }
    return sum / values.length;
  }

  @Override
  public void close() {
    distance.close();
  }
}
