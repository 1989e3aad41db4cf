package moviegen.generate;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import moviegen.provenance.Recipe;
import moviegen.wan.LoraFile;

/**
 * A film whose making was interrupted.
 *
 * @param film where it is to be
 * @param cast where the models are
 * @param loras what changes them, as one would type it
 */
public record Unfinished(Path film, Recipe recipe, Path cast, List<String> loras) {
  public Unfinished {
    loras = List.copyOf(loras);
  }

  /** What was begun of a film, if anything. */
  public static Optional<Unfinished> of(Path film) {
    return KeptLatents.in(new OutputFile(film, true).latents())
        .map(
            kept ->
                new Unfinished(film, kept.recipe(), kept.origin().cast(), kept.origin().loras()));
  }

  /** All films of a folder that were begun. */
  public static List<Unfinished> in(Path folder) {
    try (var files = Files.list(folder)) {
      return files
          .map(OutputFile::ofLatents)
          .flatMap(Optional::stream)
          .sorted()
          .flatMap(film -> of(film).stream())
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The models, used as they were. */
  public Cast openCast() {
    return recast(Cast.open(cast), recipe, loras);
  }

  /** A cast, used as a recipe says, with LoRAs whose files a recipe does not know. */
  public static Cast recast(Cast cast, Recipe recipe, List<String> loras) {
    return switch (cast) {
      case OwnCast own -> own.as(recipe);
      case WanCast wan ->
          wan.with(WanOptions.of(recipe, loras.stream().map(LoraFile::parse).toList()));
    };
  }
}
