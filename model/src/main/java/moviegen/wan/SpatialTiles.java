package moviegen.wan;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.UnaryOperator;
import moviegen.tensor.HostMemory;
import moviegen.tensor.Ops;
import moviegen.tensor.Scope;
import moviegen.tensor.Tensor;

/**
 * Parts of a frame that are worked on one after the other, each through the whole film, so that
 * memory does not grow with the frame; where they overlap, one fades linearly into the next.
 *
 * @param side of a tile, in latents
 * @param overlap of neighbors, in latents
 */
public record SpatialTiles(int side, int overlap) {
  /** One tile, whatever the frame. */
  public static final SpatialTiles WHOLE = new SpatialTiles(1 << 20, 0);

  private static final int LEAST = 16;
  private static final int OVERLAP = 6;

  /** The smallest that are worth it: half of a tile is shared with others. */
  public static final SpatialTiles SMALLEST = new SpatialTiles(LEAST, OVERLAP);

  public SpatialTiles {
    if (overlap < 0 || 2 * overlap > side || side < 1) {
      throw new IllegalArgumentException(
          "Tiles of %d latents overlap by 0 to %d, got %d".formatted(side, side / 2, overlap));
    }
  }

  /**
   * The whole frame if decoding it takes at most {@code bytes} beside the weights, or else the
   * largest tiles that do, down to the smallest there are.
   *
   * @param height in latents
   * @param width in latents
   */
  public static SpatialTiles within(
      WanAutoencoderConfig config, long height, long width, long bytes) {
    if (config.decodingBytes(height, width) <= bytes) {
      return WHOLE;
    }
    int side = (int) Math.max(LEAST, Math.max(height, width));
    while (side > LEAST
        && config.decodingBytes(Math.min(side, height), Math.min(side, width)) > bytes) {
      side--;
    }
    return new SpatialTiles(side, OVERLAP);
  }

  /** Whether one tile covers a frame of so many latents. */
  boolean cover(long height, long width) {
    return height <= side && width <= side;
  }

  /**
   * Applies {@code work} to every tile and puts the results together.
   *
   * @param x (b t h w c), {@code in} numbers each way for every latent
   * @param out numbers each way for every latent of what {@code work} makes
   * @return (b t' h·out/in w·out/in c'), float32 where there is more than one tile
   */
  Tensor apply(Tensor x, int in, int out, UnaryOperator<Tensor> work) {
    long height = x.size(2) / in;
    long width = x.size(3) / in;
    if (cover(height, width)) {
      return Scope.tidy(() -> work.apply(x));
    }
    var sum = new ArrayList<Tensor>();
    try (var scope = Scope.open()) {
      for (Span row : spans(height)) {
        for (Span column : spans(width)) {
          var tile =
              x.narrow(2, row.start * in, row.length * in)
                  .narrow(3, column.start * in, column.length * in);
          var done = Scope.tidy(() -> work.apply(tile));
          if (sum.isEmpty()) {
            long[] shape = done.shape();
            shape[2] = height * out;
            shape[3] = width * out;
            sum.add(scope.keep(Ops.zeros(shape).to(done.device())));
          }
          add(sum.getFirst(), done, row, column, out);
          done.close();
        }
      }
    }
    return sum.getFirst();
  }

  private static void add(Tensor sum, Tensor tile, Span row, Span column, int out) {
    try (var _ = Scope.open()) {
      var weights = row.weights(out).unsqueeze(1).mul(column.weights(out)).unsqueeze(2);
      sum.narrow(2, row.start * out, row.length * out)
          .narrow(3, column.start * out, column.length * out)
          .add_(tile.mul(weights.to(tile.device())));
    }
  }

  /** Latents from {@code start} on, and how many of them are shared before and behind. */
  private record Span(long start, long length, long before, long behind) {
    /** Rising to one over what is shared before, falling over what is shared behind. */
    Tensor weights(int out) {
      var weights = new float[Math.toIntExact(length * out)];
      Arrays.fill(weights, 1);
      for (int k = 0; k < before * out; k++) {
        weights[k] = (k + 0.5f) / (before * out);
      }
      for (int k = 0; k < behind * out; k++) {
        weights[weights.length - 1 - k] = (k + 0.5f) / (behind * out);
      }
      return HostMemory.tensor(weights, weights.length);
    }
  }

  private List<Span> spans(long total) {
    var spans = new ArrayList<Span>();
    long start = 0;
    while (spans.isEmpty() || start + overlap < total) {
      long length = Math.min(side, total - start);
      boolean last = start + length == total;
      spans.add(new Span(start, length, start == 0 ? 0 : overlap, last ? 0 : overlap));
      if (last) {
        break;
      }
      start += side - overlap;
    }
    return spans;
  }
}
