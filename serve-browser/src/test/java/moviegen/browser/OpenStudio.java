package moviegen.browser;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import moviegen.serve.StudioServer;
import moviegen.serve.StudioSettings;

/** A studio with the tiny cast on a free port, which can be closed and opened again. */
final class OpenStudio implements AutoCloseable {
  private final Path data;
  private StudioServer server;

  private OpenStudio(Path data) {
    this.data = data;
    server = open();
  }

  static OpenStudio start() {
    try {
      return new OpenStudio(Files.createTempDirectory("studio"));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private StudioServer open() {
    return StudioServer.open(StudioSettings.local(data).withPort(0));
  }

  void restart() {
    server.close();
    server = open();
  }

  String address() {
    return server.address() + "/";
  }

  @Override
  public void close() {
    server.close();
  }
}
