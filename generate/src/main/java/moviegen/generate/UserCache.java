package moviegen.generate;

import java.nio.file.Path;
import java.util.Optional;

/** The folder for what can be made anew, by the rules of the XDG base directories. */
final class UserCache {
  private UserCache() {}

  static Path folder() {
    return Optional.ofNullable(System.getenv("XDG_CACHE_HOME"))
        .filter(folder -> !folder.isBlank())
        .map(Path::of)
        .orElse(Path.of(System.getProperty("user.home"), ".cache"))
        .resolve("moviegen");
  }
}
