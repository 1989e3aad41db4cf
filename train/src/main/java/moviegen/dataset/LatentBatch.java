package moviegen.dataset;

import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.LongStream;
import moviegen.tensor.DType;
import moviegen.tensor.HostMemory;
import moviegen.tensor.Tensor;

/**
 * Some films of a shard, to learn from or to measure with.
 *
 * @param films standardized latents (b c t h w), float32
 * @param seeds what {@code Scene.training} draws each film's scene from
 * @param fps frames a second
 */
public record LatentBatch(Tensor films, long[] seeds, double fps) {
  /** {@code count} different films of {@code shard}. */
  public static LatentBatch draw(LatentShard shard, int count, SplittableRandom random) {
    long[] all = new long[shard.seeds().length];
    for (int i = 0; i < all.length; i++) {
      int other = random.nextInt(i + 1);
      all[i] = all[other];
      all[other] = i;
    }
    return of(shard, Arrays.copyOf(all, count));
  }

  /** The first {@code count} films of {@code shard}. */
  public static LatentBatch first(LatentShard shard, int count) {
    return of(shard, LongStream.range(0, count).toArray());
  }

  private static LatentBatch of(LatentShard shard, long... rows) {
    var chosen = shard.latents().indexSelect(0, HostMemory.tensor(rows, rows.length));
    return new LatentBatch(
        chosen.to(DType.FLOAT32).rearrange("b t h w c -> b c t h w").contiguous(),
        Arrays.stream(rows).map(row -> shard.seeds()[(int) row]).toArray(),
        shard.fps());
  }

  public int count() {
    return seeds.length;
  }

  /** Films {@code start} and on, {@code count} of them, each {@code times} times (b c t h w). */
  public Tensor part(int start, int count, int times) {
    return films.narrow(0, start, count).repeatRows(times);
  }

  /** Whether these are films, not images. */
  public boolean moving() {
    return films.size(2) > 1;
  }

  /** A text for each, others for each {@code draw}. */
  public List<String> captions(SplittableRandom draw) {
    return Captions.of(seeds, fps, draw);
  }
}
