package moviegen.queue;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.sql.SQLException;
import java.util.Map;
import java.util.function.Function;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;

/**
 * Where jobs are kept: a file of SQLite with its log beside it, or PostgreSQL for more than one
 * machine. Opening one brings its tables up to date.
 */
public final class Database implements AutoCloseable {
  /** Version of the newest script among the migrations. */
  static final String NEWEST = "2";

  private final Dialect dialect;
  private final HikariDataSource source;
  private final Jdbi jdbi;
  private final Signal signal = new Signal();
  private final Together together;

  private Database(Dialect dialect, HikariDataSource source) {
    this.dialect = dialect;
    this.source = source;
    jdbi = Jdbi.create(source);
    together = new Together(dialect, jdbi);
  }

  /** Opens what a setting says: {@code jdbc:postgresql://…}, or the path of a file. */
  public static Database open(String urlOrFile) {
    return urlOrFile.startsWith("jdbc:postgresql:")
        ? postgresql(urlOrFile)
        : sqlite(Path.of(urlOrFile));
  }

  /** Opens a file, which is made where there is none. */
  public static Database sqlite(Path file) {
    var absolute = file.toAbsolutePath();
    try {
      Files.createDirectories(absolute.getParent());
      try (var channel =
              FileChannel.open(
                  absolute.resolveSibling(absolute.getFileName() + ".lock"),
                  StandardOpenOption.CREATE,
                  StandardOpenOption.WRITE);
          var _ = channel.lock()) {
        var config = pool("jdbc:sqlite:" + absolute, 4);
        config.addDataSourceProperty("journal_mode", "WAL");
        config.addDataSourceProperty("synchronous", "FULL");
        config.addDataSourceProperty("busy_timeout", "20000");
        config.addDataSourceProperty("transaction_mode", "IMMEDIATE");
        return migrated(Dialect.SQLITE, config);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Opens a database by its JDBC address, which may have user and password in it. */
  public static Database postgresql(String url) {
    return migrated(Dialect.POSTGRESQL, pool(url, 8));
  }

  private static HikariConfig pool(String url, int connections) {
    var config = new HikariConfig();
    config.setJdbcUrl(url);
    config.setMaximumPoolSize(connections);
    config.setConnectionTimeout(20_000);
    config.setPoolName("jobs");
    return config;
  }

  private static Database migrated(Dialect dialect, HikariConfig config) {
    var source = new HikariDataSource(config);
    try {
      if (!isCurrent(source)) {
        migrate(dialect, source);
      }
      return new Database(dialect, source);
    } catch (RuntimeException e) {
      source.close();
      throw e;
    }
  }

  private static void migrate(Dialect dialect, DataSource source) {
    var _ =
        Flyway.configure()
            .dataSource(source)
            .locations("classpath:moviegen/queue/migrations")
            .placeholders(Map.of("serial", dialect.serial()))
            .load()
            .migrate();
  }

  /** Whether there is nothing to do for Flyway, which takes its time to find that out by itself. */
  static boolean isCurrent(DataSource source) {
    String sql =
        "select version from flyway_schema_history where success order by installed_rank desc";
    try (var connection = source.getConnection();
        var query = connection.createStatement();
        var rows = query.executeQuery(sql)) {
      return rows.next() && rows.getString(1).equals(NEWEST);
    } catch (SQLException _) {
      return false;
    }
  }

  Dialect dialect() {
    return dialect;
  }

  Signal signal() {
    return signal;
  }

  <T> T read(Function<Handle, T> query) {
    return jdbi.withHandle(query::apply);
  }

  /** Changes something in one transaction, then wakes those who wait for changes. */
  <T> T write(Function<Handle, T> change) {
    T result = together.write(change);
    signal.fire();
    return result;
  }

  /** Whether the database answers. */
  public boolean answers() {
    try {
      return read(handle -> handle.createQuery("select 1").mapTo(Integer.class).one()) == 1;
    } catch (RuntimeException _) {
      return false;
    }
  }

  @Override
  public void close() {
    source.close();
  }
}
