package moviegen.generate;

import java.nio.file.Path;
import java.util.Optional;

/** The folder for what can be made again: {@code moviegen} in the user's cache. */
final class UserCache {
  private UserCache() {}

  static Path folder() {
    return Optional.ofNullable(System.getProperty("moviegen.cache"))
        .map(Path::of)
        .or(
            () ->
                Optional.ofNullable(System.getenv("XDG_CACHE_HOME"))
                    .filter(folder -> !folder.isBlank())
                    .map(folder -> Path.of(folder, "moviegen")))
        .orElseGet(() -> Path.of(System.getProperty("user.home"), ".cache", "moviegen"));
  }
}
