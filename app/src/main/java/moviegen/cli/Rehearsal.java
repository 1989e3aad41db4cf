package moviegen.cli;

import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import moviegen.serve.StudioServer;
import moviegen.serve.StudioSettings;

/** A run of cheap commands after a build, from which the JVM learns what later starts need. */
final class Rehearsal {
  private Rehearsal() {}

  /** Plays all commands; files go into the folder that is the only argument. */
  public static void main(String... args) throws IOException, InterruptedException {
    var stage = Path.of(args[0]);
    Log.locate();
    for (var command : commands(stage)) {
      int code = Main.commandLine().execute(command.toArray(String[]::new));
      if (code != 0) {
        System.exit(code);
      }
    }
    if (hasCast()) {
      openStudio(stage.resolve("studio"));
    }
  }

  private static boolean hasCast() {
    return Files.exists(Path.of(System.getProperty("moviegen.home", ""), "weights", "tiny"));
  }

  /** Opens a studio, and its page as a browser would. */
  private static void openStudio(Path data) throws IOException, InterruptedException {
    try (var studio = StudioServer.open(StudioSettings.local(data).withPort(0));
        var browser = HttpClient.newHttpClient()) {
      for (var path : List.of("/", "/app/main.js", "/api/casts", "/api/words", "/api/jobs")) {
        var request = HttpRequest.newBuilder(studio.address().resolve(path)).build();
        browser.send(request, BodyHandlers.discarding());
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
    if (hasCast()) {
      commands.add(List.of("words"));
      commands.add(
          List.of("generate", "a red ball", "--seconds", "1", "--steps", "2", "--out", film));
      commands.add(List.of("inspect", film));
    }
    return commands;
  }
}
