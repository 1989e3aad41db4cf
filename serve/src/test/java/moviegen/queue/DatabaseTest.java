package moviegen.queue;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sqlite.SQLiteDataSource;

final class DatabaseTest {
  @TempDir Path folder;

  @Test
  void knowsWhichMigrationIsTheNewest() {
    var file = folder.resolve("jobs.db");
    Database.sqlite(file).close();
    var source = new SQLiteDataSource();
    source.setUrl("jdbc:sqlite:" + file);
    var state =
        Flyway.configure()
            .dataSource(source)
            .locations("classpath:moviegen/queue/migrations")
            .load()
            .info();
    assertThat(state.pending()).isEmpty();
    assertThat(state.current().getVersion().getVersion()).isEqualTo(Database.NEWEST);
    assertThat(Database.isCurrent(source)).isTrue();
  }

  @Test
  void leavesAFileWithoutTablesToTheMigrations() {
    var source = new SQLiteDataSource();
    source.setUrl("jdbc:sqlite:" + folder.resolve("empty.db"));
    assertThat(Database.isCurrent(source)).isFalse();
  }
}
