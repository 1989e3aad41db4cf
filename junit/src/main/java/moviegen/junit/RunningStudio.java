package moviegen.junit;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import moviegen.client.StudioClient;
import moviegen.serve.StudioServer;
import moviegen.serve.StudioSettings;

/** A studio in this process, its client, and the folder that goes with it. */
record RunningStudio(StudioServer server, StudioClient client, Path data) implements AutoCloseable {
  /** What tells one studio from another. */
  record Kind(String cast, int steps) {}

  /** Opens a studio on a free port. */
  static RunningStudio open(Kind kind) {
    var data = folder();
    try {
      var settings = StudioSettings.local(data).withPort(0).withCasts(List.of(kind.cast));
      var server = StudioServer.open(kind.steps == 0 ? settings : settings.withSteps(kind.steps));
      return new RunningStudio(server, StudioClient.at(server.address()), data);
    } catch (RuntimeException e) {
      delete(data);
      throw e;
    }
  }

  private static Path folder() {
    try {
      return Files.createTempDirectory("moviegen-studio");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void close() {
    client.close();
    server.close();
    delete(data);
  }

  private static void delete(Path folder) {
    try (var files = Files.walk(folder)) {
      for (var file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(file);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
