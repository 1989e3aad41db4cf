package moviegen.dataset;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntConsumer;
import java.util.function.UnaryOperator;
import moviegen.media.Bicubic;
import moviegen.media.Frames;
import moviegen.tensor.HostMemory;
import moviegen.tensor.Native;
import moviegen.tensor.Ops;
import moviegen.tensor.Scope;
import moviegen.tensor.Tensor;
import moviegen.world.Renderer;
import moviegen.world.Soundtrack;

/**
 * The films of a stage as the audio transformer knows them, drawn, looked at and encoded once, in
 * one file a shard. What is there is not made again.
 */
public final class SoundCache implements AutoCloseable {
  private final List<SoundShard> shards;

  private SoundCache(List<SoundShard> shards) {
    this.shards = shards;
  }

  /**
   * Who makes what is kept.
   *
   * @param side of the squares that frames are squeezed into
   * @param look from frames (t h w 3) to what is seen in them (t k)
   * @param encode from a wave (1 t) to standardized latents (1 n c)
   * @param hash of the weights of both
   */
  public record Makers(
      int side, UnaryOperator<Tensor> look, UnaryOperator<Tensor> encode, String hash) {}

  /** The shards of the stage, for batches to be drawn from. */
  public List<SoundShard> shards() {
    return shards;
  }

  /**
   * Opens what {@code folder} keeps of a stage, making what is missing.
   *
   * @param listener is told how many shards are there, from any thread
   */
  public static SoundCache open(
      Path folder, SoundStage stage, Makers makers, IntConsumer listener) {
    var files =
        ShardFiles.of(
            folder.resolve(stage.name()),
            stage.shards(),
            (shard, file) -> make(stage, shard, makers, file),
            listener);
    return new SoundCache(
        files.stream().map(file -> SoundShard.read(file, makers.hash())).toList());
  }

  /** A drawn film and its sound, before tensors. */
  private record Drawn(Frames frames, float[] sound) {
    static Drawn of(SoundStage stage, long seed, int side) {
      var scene = SoundStage.scene(seed);
      var shot = stage.shot(seed);
      return new Drawn(
          Bicubic.resize(Renderer.render(scene, shot), side, side),
          Soundtrack.of(scene, shot).render().values());
    }
  }

  private static void make(SoundStage stage, int index, Makers makers, Path file) {
    var seeds = stage.seeds(index);
    try (var _ = Scope.open();
        var _ = Native.noGrad()) {
      List<Tensor> latents = new ArrayList<>();
      List<Tensor> frames = new ArrayList<>();
      for (long seed : seeds) {
        var film = Drawn.of(stage, seed, makers.side());
        frames.add(Scope.tidy(() -> makers.look().apply(FilmTensor.of(film.frames()))));
        latents.add(
            Scope.tidy(
                () ->
                    makers
                        .encode()
                        .apply(HostMemory.tensor(film.sound(), 1, film.sound().length))));
      }
      new SoundShard(Ops.cat(latents, 0), Ops.stack(frames, 0), seeds).write(file, makers.hash());
    }
  }

  @Override
  public void close() {
    shards.forEach(SoundShard::close);
  }
}
