package moviegen.autoencoder;

import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import moviegen.tensor.HostMemory;
import moviegen.tensor.Ops;
import moviegen.tensor.Scope;
import moviegen.tensor.Tensor;

/**
 * Encoding and decoding a long film in tiles of time, so that memory does not grow with its length
 * (paper §3.1.1, figure 5): the encoder's tiles touch, the decoder's overlap and are blended
 * linearly.
 *
 * @param frames latent frames of a tile
 * @param overlap latent frames that a decoder's tile shares with the one before
 */
public record TemporalTiling(int frames, int overlap) {
  /** Tiles of 32 frames; the decoder's share 16. */
  public static final TemporalTiling PAPER = new TemporalTiling(4, 2);

  public TemporalTiling {
    if (overlap < 0 || 2 * overlap > frames) {
      throw new IllegalArgumentException(
          "Tiles of %d latent frames overlap by 0 to %d, got %d"
              .formatted(frames, frames / 2, overlap));
    }
  }

  /** Applies {@code encoder} to films of at most one tile and joins the results along time. */
  public Tensor encode(Tensor film, UnaryOperator<Tensor> encoder) {
    List<Tensor> parts = new ArrayList<>();
    long tile = (long) frames * AutoencoderConfig.FACTOR;
    for (long start = 0; start < film.size(1); start += tile) {
      long at = start;
      long length = Math.min(tile, film.size(1) - start);
      parts.add(Scope.tidy(() -> encoder.apply(film.narrow(1, at, length))));
    }
    return parts.size() == 1 ? parts.getFirst() : Ops.cat(parts, 1);
  }

  /** Applies {@code decoder} to latents of at most one tile and blends the results along time. */
  public Tensor decode(Tensor latent, UnaryOperator<Tensor> decoder) {
    long total = latent.size(1);
    if (total <= frames) {
      return Scope.tidy(() -> decoder.apply(latent));
    }
    List<Tensor> parts = new ArrayList<>();
    long written = 0; // latent frames that are finished, up to which parts reach
    Tensor tail = null; // the previous tile's share of the overlap
    for (long start = 0; start + overlap < total; start += frames - overlap) {
      long at = start;
      long length = Math.min(frames, total - start);
      var tile = Scope.tidy(() -> decoder.apply(latent.narrow(1, at, length)));
      boolean last = start + length == total;
      long shared = start == 0 ? 0 : overlap;
      long body = length - shared - (last ? 0 : overlap);
      if (tail != null) {
        parts.add(blend(tail, tile.narrow(1, 0, pixels(shared))));
      }
      parts.add(tile.narrow(1, pixels(shared), pixels(body)));
      written += shared + body;
      if (last) {
        break;
      }
      tail = tile.narrow(1, pixels(length - overlap), pixels(overlap));
    }
    if (written != total) {
      throw new IllegalStateException("Tiles cover %d of %d".formatted(written, total));
    }
    return Ops.cat(parts, 1);
  }

  /** From {@code before} to {@code after}, frame by frame: the k-th of n has weight (k+1)/(n+1). */
  static Tensor blend(Tensor before, Tensor after) {
    int n = (int) before.size(1);
    var weights = new float[n];
    for (int k = 0; k < n; k++) {
      weights[k] = (k + 1f) / (n + 1f);
    }
    var ramp = HostMemory.tensor(weights, 1, n, 1, 1, 1);
    return before.add(after.sub(before).mul(ramp));
  }

  private static long pixels(long latentFrames) {
    return latentFrames * AutoencoderConfig.FACTOR;
  }
}
