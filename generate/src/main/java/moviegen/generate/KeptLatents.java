package moviegen.generate;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import moviegen.checkpoint.Safetensors;
import moviegen.checkpoint.SafetensorsWriter;
import moviegen.flow.Walk;
import moviegen.provenance.Recipe;
import moviegen.tensor.Tensor;

/**
 * What was sampled of a film, beside the place where it will be, until the film is written: a
 * request that is interrupted while sampling, decoding or writing goes on from here.
 */
record KeptLatents(Path file, Recipe recipe, Origin origin) {
  private static final String LATENTS = "latents";
  private static final String WALK = "walk.";
  private static final String RECIPE = "moviegen.recipe";
  private static final String DONE = "moviegen.done";
  private static final String CAST = "moviegen.cast";
  private static final String LORAS = "moviegen.loras";

  /**
   * Where the models are.
   *
   * @param loras each as one would type it
   */
  record Origin(Path cast, List<String> loras) {
    Origin {
      loras = List.copyOf(loras);
    }

    static Origin of(Cast cast) {
      var folder = cast.folder().toAbsolutePath().normalize();
      return switch (cast) {
        case OwnCast _ -> new Origin(folder, List.of());
        case WanCast wan ->
            new Origin(
                folder,
                wan.options().loras().stream()
                    .map(
                        lora -> lora.path().toAbsolutePath() + ":" + Limits.number(lora.strength()))
                    .toList());
      };
    }
  }

  /** What an interrupted job has left: what it was to make, and with which models. */
  static Optional<KeptLatents> in(Path file) {
    if (!Files.isRegularFile(file)) {
      return Optional.empty();
    }
    try (var kept = Safetensors.open(file)) {
      var says = kept.metadata();
      if (!says.containsKey(RECIPE) || !says.containsKey(CAST)) {
        return Optional.empty();
      }
      var origin =
          new Origin(
              Path.of(says.getOrDefault(CAST, "")), says.getOrDefault(LORAS, "").lines().toList());
      var recipe = Recipe.parse(says.getOrDefault(RECIPE, ""));
      return Optional.of(new KeptLatents(file, recipe, origin));
    } catch (IllegalArgumentException _) {
      return Optional.empty();
    }
  }

  /** Finished latents of the same recipe that an earlier run has left. */
  Optional<Tensor> find() {
    return read(kept -> kept.names().contains(LATENTS) ? Optional.of(kept.read(LATENTS)) : none());
  }

  /** Where a sampler of the same recipe stood when it was interrupted. */
  Optional<Walk> walk() {
    return read(
        kept -> {
          var tensors = new ArrayList<Tensor>();
          while (kept.names().contains(WALK + tensors.size())) {
            tensors.add(kept.read(WALK + tensors.size()));
          }
          int done = Integer.parseInt(kept.metadata().getOrDefault(DONE, "0"));
          return tensors.isEmpty() ? Optional.empty() : Optional.of(new Walk(done, tensors));
        });
  }

  private static Optional<Tensor> none() {
    return Optional.empty();
  }

  private <T> Optional<T> read(Function<Safetensors, Optional<T>> reader) {
    if (!Files.isRegularFile(file)) {
      return Optional.empty();
    }
    try (var kept = Safetensors.open(file)) {
      return recipe.json().equals(kept.metadata().get(RECIPE))
          ? reader.apply(kept)
          : Optional.empty();
    } catch (IllegalArgumentException _) {
      return Optional.empty();
    }
  }

  void keep(Tensor latents) {
    write(Map.of(LATENTS, latents), 0);
  }

  void keep(Walk walk) {
    var tensors = new HashMap<String, Tensor>();
    for (var tensor : walk.tensors()) {
      tensors.put(WALK + tensors.size(), tensor);
    }
    write(tensors, walk.done());
  }

  private void write(Map<String, Tensor> tensors, int done) {
    SafetensorsWriter.write(
        file,
        tensors,
        Map.of(
            RECIPE,
            recipe.json(),
            DONE,
            Integer.toString(done),
            CAST,
            origin.cast().toString(),
            LORAS,
            String.join("\n", origin.loras())));
  }

  /** Deletes the file, and what a process that was killed while it wrote has left beside it. */
  void discard() {
    var folder = file.toAbsolutePath().getParent();
    String beside = "." + file.getFileName();
    try (var files = Files.list(folder)) {
      Files.deleteIfExists(file);
      for (Path left : files.filter(path -> isLeft(path, beside)).toList()) {
        Files.deleteIfExists(left);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static boolean isLeft(Path path, String beside) {
    String name = String.valueOf(path.getFileName());
    return name.startsWith(beside) && name.endsWith(".part");
  }
}
