package moviegen.dataset;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.IntConsumer;
import java.util.function.UnaryOperator;
import moviegen.tensor.Native;
import moviegen.tensor.Ops;
import moviegen.tensor.Scope;
import moviegen.tensor.Tensor;
import moviegen.world.Renderer;
import moviegen.world.Scene;
import moviegen.world.Shot;

/**
 * The latents of a stage's films, drawn and encoded once (paper §3.2: latents are computed before
 * training), in one file a shard. What is there is not made again.
 */
public final class LatentCache implements AutoCloseable {
  private static final int AT_ONCE = 4;

  private final List<LatentShard> shards;

  private LatentCache(List<LatentShard> shards) {
    this.shards = List.copyOf(shards);
  }

  /** The shards of a stage, for batches to be drawn from. */
  public List<LatentShard> shards() {
    return shards;
  }

  /**
   * Opens the latents of {@code stage} below {@code folder}, making those that are missing.
   *
   * @param encoder from films (b t h w 3) to standardized latents
   * @param autoencoders hash of the encoder's weights, then of others whose latents are the same
   * @param listener is told how many shards are there, from any thread
   */
  public static LatentCache open(
      Path folder,
      Stage stage,
      UnaryOperator<Tensor> encoder,
      List<String> autoencoders,
      IntConsumer listener) {
    var files =
        ShardFiles.of(
            folder.resolve(stage.name()),
            stage.shards(),
            (shard, file) -> make(stage, shard, encoder, autoencoders.getFirst(), file),
            listener);
    return new LatentCache(
        files.stream().map(file -> LatentShard.read(file, autoencoders)).toList());
  }

  private static void make(
      Stage stage, int index, UnaryOperator<Tensor> encoder, String autoencoder, Path file) {
    var shot = stage.shot(index);
    var seeds = stage.seeds(index);
    try (var _ = Scope.open();
        var _ = Native.noGrad()) {
      List<Tensor> latents = new ArrayList<>();
      for (int start = 0; start < seeds.length; start += AT_ONCE) {
        var some = Arrays.copyOfRange(seeds, start, Math.min(start + AT_ONCE, seeds.length));
        latents.add(Scope.tidy(() -> encoder.apply(drawn(shot, some))));
      }
      new LatentShard(Ops.cat(latents, 0), seeds, shot.fps()).write(file, autoencoder);
    }
  }

  /** The films of some scenes (b t h w 3). */
  private static Tensor drawn(Shot shot, long... seeds) {
    return Ops.stack(
        Arrays.stream(seeds)
            .mapToObj(seed -> FilmTensor.of(Renderer.render(Scene.training(seed), shot)))
            .toList(),
        0);
  }

  @Override
  public void close() {
    shards.forEach(LatentShard::close);
  }
}
