package moviegen.queue;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;

/** A real PostgreSQL server in a folder of its own, that can be stopped and started again. */
final class Postgres implements AutoCloseable {
  private final AtomicInteger serial = new AtomicInteger();
  private final Path folder;
  private final int port;
  private EmbeddedPostgres server;

  private Postgres(Path folder, int port) {
    this.folder = folder;
    this.port = port;
    server = start();
  }

  static Postgres in(Path folder) {
    return new Postgres(folder, freePort());
  }

  private static int freePort() {
    try (var socket = new ServerSocket(0)) {
      return socket.getLocalPort();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private EmbeddedPostgres start() {
    try {
      return EmbeddedPostgres.builder()
          .setPort(port)
          .setDataDirectory(folder.resolve("data"))
          .setCleanDataDirectory(false)
          .setServerConfig("max_connections", "60")
          .setPGStartupWait(Duration.ofMinutes(1))
          .start();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The address of a new, empty database. */
  String newDatabase() {
    var name = "queue" + serial.incrementAndGet();
    try (var connection = server.getPostgresDatabase().getConnection();
        var statement = connection.createStatement()) {
      statement.execute("create database " + name);
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
    return server.getJdbcUrl("postgres", name);
  }

  /** Stops the server and starts it again on the same data. */
  void restart() {
    close();
    server = start();
  }

  @Override
  public void close() {
    try {
      server.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
