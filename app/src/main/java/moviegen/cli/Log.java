package moviegen.cli;

import java.nio.file.Path;
import java.util.Optional;

/** The file that keeps stack traces, in the user's state folder; {@code logback.xml} writes it. */
final class Log {
  private Log() {}

  static Path file() {
    var state =
        Optional.ofNullable(System.getenv("XDG_STATE_HOME"))
            .filter(folder -> !folder.isBlank())
            .map(Path::of)
            .orElse(Path.of(System.getProperty("user.home"), ".local", "state"));
    return state.resolve("moviegen").resolve("moviegen.log");
  }

  /** Tells the logging library where the file is; nothing is opened before the first entry. */
  static void locate() {
    System.setProperty("moviegen.log", file().toString());
  }
}
