package moviegen.browser;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.util.function.UnaryOperator;
import moviegen.serve.StudioServer;
import moviegen.serve.StudioSettings;

/** A studio with the tiny cast on a free port, which can be closed and opened again. */
final class OpenStudio implements AutoCloseable {
  private final StudioSettings settings;
  private StudioServer server;

  private OpenStudio(StudioSettings settings) {
    this.settings = settings;
    server = open();
  }

  static OpenStudio start() {
    return start(settings -> settings);
  }

  static OpenStudio start(UnaryOperator<StudioSettings> change) {
    try {
      var local = StudioSettings.local(Files.createTempDirectory("studio")).withPort(0);
      return new OpenStudio(change.apply(local));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private StudioServer open() {
    return StudioServer.open(settings);
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
