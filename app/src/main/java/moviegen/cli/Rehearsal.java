package moviegen.cli;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** A run of cheap commands after a build, from which the JVM learns what later starts need. */
final class Rehearsal {
  private Rehearsal() {}

  /** Plays all commands; files go into the folder that is the only argument. */
  public static void main(String... args) {
    var stage = Path.of(args[0]);
    Log.locate();
    for (var command : commands(stage)) {
      int code = Main.commandLine().execute(command.toArray(String[]::new));
      if (code != 0) {
        System.exit(code);
      }
    }
  }

  private static List<List<String>> commands(Path stage) {
    var scene = stage.resolve("scene.mp4").toString();
    var film = stage.resolve("film.mp4").toString();
    var commands = new ArrayList<List<String>>();
    commands.add(List.of());
    commands.add(List.of("world", "--help"));
    commands.add(List.of("world", "--seconds", "0.5", "--size", "128x128", "--out", scene));
    commands.add(List.of("inspect", scene, "--json"));
    if (Files.exists(Path.of(System.getProperty("moviegen.home", ""), "weights", "tiny"))) {
      commands.add(List.of("words"));
      commands.add(
          List.of("generate", "a red ball", "--seconds", "1", "--steps", "2", "--out", film));
      commands.add(List.of("inspect", film));
    }
    return commands;
  }
}
