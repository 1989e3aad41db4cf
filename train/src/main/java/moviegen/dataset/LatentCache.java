package moviegen.dataset;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntConsumer;
import java.util.function.UnaryOperator;
import moviegen.tensor.Native;
import moviegen.tensor.Ops;
import moviegen.tensor.Scope;
import moviegen.tensor.Tensor;
import moviegen.world.Renderer;
import moviegen.world.Scene;

/**
 * The latents of a stage's films, drawn and encoded once (paper §3.2: latents are computed before
 * training), in one file a shard. What is there is not made again.
 */
public final class LatentCache implements AutoCloseable {
  private static final int AHEAD = 24;
  private static final int FRAMES_AHEAD = 1024;
  private static final int AT_ONCE = 4;

  private final List<LatentShard> shards;

  private LatentCache(List<LatentShard> shards) {
    this.shards = shards;
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
   * @param listener is told how many shards are there
   */
  public static LatentCache open(
      Path folder,
      Stage stage,
      UnaryOperator<Tensor> encoder,
      List<String> autoencoders,
      IntConsumer listener) {
    var home = folder.resolve(stage.name());
    try {
      Files.createDirectories(home);
    } catch (IOException e) {
      throw new UncheckedIOException("%s: cannot be made: %s".formatted(home, e), e);
    }
    List<LatentShard> shards = new ArrayList<>();
    for (int i = 0; i < stage.shards(); i++) {
      var file = home.resolve("%04d.safetensors".formatted(i));
      if (!Files.exists(file)) {
        make(stage, i, encoder, autoencoders.getFirst(), file);
      }
      shards.add(LatentShard.read(file, autoencoders));
      listener.accept(i + 1);
    }
    return new LatentCache(List.copyOf(shards));
  }

  private static void make(
      Stage stage, int index, UnaryOperator<Tensor> encoder, String autoencoder, Path file) {
    var shot = stage.shot(index);
    var seeds = stage.seeds(index);
    try (var _ = Scope.open();
        var _ = Native.noGrad();
        var films =
            new Prefetch<>(
                i -> Renderer.render(Scene.training(seeds[(int) i % seeds.length]), shot),
                Math.max(AT_ONCE, Math.min(FRAMES_AHEAD / shot.frames(), AHEAD)),
                Runtime.getRuntime().availableProcessors())) {
      List<Tensor> latents = new ArrayList<>();
      for (int start = 0; start < seeds.length; start += AT_ONCE) {
        try (var piece = Scope.open()) {
          List<Tensor> batch = new ArrayList<>();
          for (int i = start; i < Math.min(start + AT_ONCE, seeds.length); i++) {
            batch.add(FilmTensor.of(films.get(i)));
          }
          latents.add(piece.keep(encoder.apply(Ops.stack(batch, 0))));
        }
      }
      new LatentShard(Ops.cat(latents, 0), seeds, shot.fps()).write(file, autoencoder);
    }
  }

  @Override
  public void close() {
    shards.forEach(LatentShard::close);
  }
}
