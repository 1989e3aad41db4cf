package moviegen.cli;

import java.nio.file.Path;
import java.util.Optional;
import moviegen.download.KnownCasts;
import picocli.CommandLine.Option;

/** Which casts can be downloaded. */
final class KnownCastsOption {
  @Option(
      names = "--known",
      paramLabel = "FILE",
      description = "A list of casts of your own, instead of the program's.")
  Optional<Path> file = Optional.empty();

  KnownCasts read() {
    return file.map(KnownCasts::read).orElseGet(KnownCasts::shipped);
  }
}
