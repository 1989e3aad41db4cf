package moviegen.evaluate;

import moviegen.autoencoder.Autoencoder;
import moviegen.autoencoder.AutoencoderConfig;
import moviegen.autoencoder.TemporalTiling;
import moviegen.generate.Pixels;
import moviegen.media.Frames;
import moviegen.tensor.Native;
import moviegen.tensor.Scope;

/**
 * How a film that is decoded tile by tile differs from the same latents decoded at once, in steps
 * of the 256 of a color.
 *
 * @param outside where one tile alone decides
 * @param overlap where two tiles are blended
 */
record TilingDifference(Steps outside, Steps overlap) {
  /** Absolute differences. */
  record Steps(int largest, double mean) {}

  static TilingDifference of(Autoencoder autoencoder, Frames film) {
    try (var _ = Scope.open();
        var _ = Native.noGrad()) {
      var latent = autoencoder.encode(Pixels.tensor(film));
      var tiled = autoencoder.decode(latent, film.count());
      var whole =
          autoencoder
              .reconstruct(autoencoder.destandardize(latent))
              .narrow(1, 0, film.count())
              .clamp(-1, 1);
      return between(
          Pixels.frames(tiled, film.fps()), Pixels.frames(whole, film.fps()), TemporalTiling.PAPER);
    }
  }

  static TilingDifference between(Frames tiled, Frames whole, TemporalTiling tiling) {
    int length = AutoencoderConfig.latentFrames(whole.count());
    var outside = new Sum();
    var overlap = new Sum();
    for (int t = 0; t < whole.count(); t++) {
      boolean blended = isBlended(t / AutoencoderConfig.FACTOR, length, tiling);
      (blended ? overlap : outside).add(tiled, whole, t);
    }
    return new TilingDifference(outside.steps(), overlap.steps());
  }

  /** Whether two tiles reach a latent frame: every tile but the first begins with an overlap. */
  static boolean isBlended(int latentFrame, int length, TemporalTiling tiling) {
    int stride = tiling.frames() - tiling.overlap();
    int tile = latentFrame / stride;
    return length > tiling.frames()
        && tile > 0
        && latentFrame % stride < tiling.overlap()
        && tile * stride + tiling.overlap() < length;
  }

  /** Of a part of the frames. */
  private static final class Sum {
    private int largest;
    private long sum;
    private long count;

    void add(Frames a, Frames b, int frame) {
      var from = a.frame(frame);
      var to = b.frame(frame);
      for (int i = 0; i < from.capacity(); i++) {
        int step = Math.abs((from.get(i) & 0xff) - (to.get(i) & 0xff));
        largest = Math.max(largest, step);
        sum += step;
      }
      count += from.capacity();
    }

    Steps steps() {
      return new Steps(largest, count == 0 ? 0 : (double) sum / count);
    }
  }
}
