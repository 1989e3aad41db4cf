package moviegen.dataset;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import moviegen.checkpoint.Safetensors;
import moviegen.checkpoint.SafetensorsWriter;
import moviegen.tensor.DType;
import moviegen.tensor.HostMemory;
import moviegen.tensor.Scope;
import moviegen.tensor.Tensor;

/**
 * The latents of films of one size, length and rate, with the seeds of their scenes.
 *
 * @param latents standardized (n t h w c)
 * @param seeds what {@code Scene.training} draws each film's scene from
 * @param fps frames a second
 */
public record LatentShard(Tensor latents, long[] seeds, double fps) implements AutoCloseable {
  /** Writes the shard; {@code autoencoder} is the hash of the weights that made it. */
  void write(Path file, String autoencoder) {
    try (var _ = Scope.open()) {
      SafetensorsWriter.write(
          file,
          Map.of(
              "latents",
              latents.to(DType.BFLOAT16),
              "seeds",
              HostMemory.tensor(seeds, seeds.length)),
          Map.of("fps", Double.toString(fps), "autoencoder", autoencoder));
    }
  }

  /** Reads a shard that one of {@code autoencoders} made; another's is refused. */
  static LatentShard read(Path file, List<String> autoencoders) {
    try (var _ = Scope.open();
        var tensors = Safetensors.open(file)) {
      var maker = tensors.metadata().getOrDefault("autoencoder", "nobody");
      if (!autoencoders.contains(maker)) {
        throw new IllegalArgumentException(
            "%s holds latents of the autoencoder %s, expected %s; remove the folder to make new ones"
                .formatted(file, maker, autoencoders.getFirst()));
      }
      return new LatentShard(
          tensors.read("latents").retain(),
          HostMemory.longs(tensors.read("seeds")),
          Double.parseDouble(tensors.metadata().get("fps")));
    }
  }

  @Override
  public void close() {
    latents.close();
  }
}
