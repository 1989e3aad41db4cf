package moviegen.cli;

import java.nio.file.Path;
import java.util.Optional;
import picocli.CommandLine.Option;

/** Where a studio keeps its jobs and films. */
final class DataOptions {
  @Option(
      names = "--data",
      paramLabel = "FOLDER",
      description = "Where films and jobs are kept; else in the user's data folder.")
  Optional<Path> data = Optional.empty();

  @Option(
      names = "--database",
      paramLabel = "URL",
      description = "A PostgreSQL database, jdbc:postgresql://…, for more than one machine.")
  Optional<String> database = Optional.empty();

  Path folder() {
    return data.orElseGet(DataOptions::usual).toAbsolutePath().normalize();
  }

  private static Path usual() {
    return Optional.ofNullable(System.getenv("XDG_DATA_HOME"))
        .filter(folder -> !folder.isBlank())
        .map(Path::of)
        .orElse(Path.of(System.getProperty("user.home"), ".local", "share"))
        .resolve("moviegen")
        .resolve("studio");
  }

  Optional<String> checkedDatabase() {
    database.ifPresent(
        url -> {
          if (!url.startsWith("jdbc:postgresql:")) {
            throw new IllegalArgumentException(
                "--database is an address such as jdbc:postgresql://localhost/moviegen, got \"%s\"."
                    .formatted(url));
          }
        });
    return database;
  }
}
