package moviegen.generate;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import moviegen.checkpoint.Safetensors;
import moviegen.checkpoint.SafetensorsWriter;
import moviegen.provenance.Recipe;
import moviegen.tensor.Tensor;

/**
 * The sampled latents of a film beside the place where it will be, from sampling until the film is
 * written: a request that is interrupted while decoding or writing goes on from here.
 */
record KeptLatents(Path file, Recipe recipe) {
  private static final String LATENTS = "latents";
  private static final String RECIPE = "moviegen.recipe";

  /** Latents of the same recipe that an earlier run has left. */
  Optional<Tensor> find() {
    if (!Files.isRegularFile(file)) {
      return Optional.empty();
    }
    try (var kept = Safetensors.open(file)) {
      return recipe.json().equals(kept.metadata().get(RECIPE))
          ? Optional.of(kept.read(LATENTS))
          : Optional.empty();
    } catch (IllegalArgumentException _) {
      return Optional.empty();
    }
  }

  void keep(Tensor latents) {
    SafetensorsWriter.write(file, Map.of(LATENTS, latents), Map.of(RECIPE, recipe.json()));
  }

  void discard() {
    try {
      Files.deleteIfExists(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
