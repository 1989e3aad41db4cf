package moviegen.dataset;

import java.nio.file.Path;
import java.util.Map;
import moviegen.checkpoint.Safetensors;
import moviegen.checkpoint.SafetensorsWriter;
import moviegen.tensor.DType;
import moviegen.tensor.HostMemory;
import moviegen.tensor.Scope;
import moviegen.tensor.Tensor;

/**
 * What is kept of films with sound of one length.
 *
 * @param latents of the sound, standardized (b n c)
 * @param frames what is seen in each frame (b t k)
 * @param seeds of the films' scenes
 */
public record SoundShard(Tensor latents, Tensor frames, long... seeds) implements AutoCloseable {
  private static final String MAKER = "maker";

  /** Writes the shard; {@code maker} is the hash of the weights that made it. */
  void write(Path file, String maker) {
    try (var _ = Scope.open()) {
      SafetensorsWriter.write(
          file,
          Map.of(
              "latents",
              latents.to(DType.BFLOAT16),
              "frames",
              frames.to(DType.BFLOAT16),
              "seeds",
              HostMemory.tensor(seeds, seeds.length)),
          Map.of(MAKER, maker));
    }
  }

  /** Reads a shard that {@code maker} made; another's is refused. */
  static SoundShard read(Path file, String maker) {
    try (var _ = Scope.open();
        var tensors = Safetensors.open(file)) {
      var made = tensors.metadata().getOrDefault(MAKER, "nobody");
      if (!made.equals(maker)) {
        throw new IllegalArgumentException(
            "%s was made by %s, expected %s; remove the folder to make a new one"
                .formatted(file, made, maker));
      }
      return new SoundShard(
          tensors.read("latents").retain(),
          tensors.read("frames").retain(),
          HostMemory.longs(tensors.read("seeds")));
    }
  }

  @Override
  public void close() {
    latents.close();
    frames.close();
  }
}
