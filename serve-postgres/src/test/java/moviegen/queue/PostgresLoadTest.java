package moviegen.queue;

import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;

final class PostgresLoadTest implements LoadContract {
  @TempDir static Path server;
  private static Postgres postgres;

  @BeforeAll
  static void start() {
    postgres = Postgres.in(server);
  }

  @AfterAll
  static void stop() {
    postgres.close();
  }

  @Override
  public Database database(Path folder) {
    return Database.open(postgres.newDatabase());
  }
}
