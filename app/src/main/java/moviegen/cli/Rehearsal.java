package moviegen.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** A run of cheap commands after a build, from which the JVM learns what later starts need. */
final class Rehearsal {
  private Rehearsal() {}

  public static void main(String... args) throws IOException {
    var stage = Path.of(args[0]);
    Log.locate();
    var film = stage.resolve("scene.mp4").toString();
    for (var command :
        List.of(
            new String[] {},
            new String[] {"world", "--help"},
            new String[] {"world", "--seed", "1", "--out", film},
            new String[] {"inspect", film, "--json"})) {
      int code = Main.commandLine().execute(command);
      if (code != 0) {
        System.exit(code);
      }
    }
    Files.deleteIfExists(Path.of(film));
  }
}
