package moviegen.generate;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** Where the casts that a user added stand: {@code moviegen/casts} in the user's data folder. */
public final class CastShelf {
  private CastShelf() {}

  /** The folder that has a folder for each cast; it may not be there yet. */
  public static Path folder() {
    return Optional.ofNullable(System.getProperty("moviegen.data"))
        .map(Path::of)
        .or(
            () ->
                Optional.ofNullable(System.getenv("XDG_DATA_HOME"))
                    .map(Path::of)
                    .filter(Path::isAbsolute)
                    .map(data -> data.resolve("moviegen")))
        .orElseGet(() -> Path.of(System.getProperty("user.home"), ".local/share/moviegen"))
        .resolve("casts");
  }

  /** The folder of a cast, there or not. */
  public static Path of(String name) {
    checkName(name);
    return folder().resolve(name);
  }

  /** The names of the folders that are there. */
  public static List<String> names() {
    if (!Files.isDirectory(folder())) {
      return List.of();
    }
    try (var folders = Files.list(folder())) {
      return folders
          .filter(Files::isDirectory)
          .map(cast -> cast.getFileName().toString())
          .filter(CastShelf::isName)
          .sorted()
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static boolean isName(String name) {
    return name.matches("[a-z0-9][a-z0-9._-]{0,63}");
  }

  /** Whether a cast may be called so; a sentence says why not. */
  public static void checkName(String name) {
    Limits.require(
        isName(name),
        "A cast's name is made of small letters, digits, dots, dashes and underscores, got \"%s\".",
        name);
  }
}
