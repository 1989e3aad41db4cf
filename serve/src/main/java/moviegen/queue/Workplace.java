package moviegen.queue;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * A studio's folder as its workers know it: the database, the outputs, and what is kept of jobs
 * that are not finished.
 */
public record Workplace(Path data, Database database, Jobs jobs, Leases leases)
    implements AutoCloseable {
  /**
   * Opens a folder, which is made where there is none.
   *
   * @param url a database of PostgreSQL, instead of a file in the folder
   */
  public static Workplace open(Path data, Optional<String> url, Quota quota) {
    var database = Database.open(url.orElseGet(() -> data.resolve("studio.db").toString()));
    try {
      var jobs = new Jobs(database, quota, new FolderOutputs(data.resolve("outputs")));
      return new Workplace(data, database, jobs, new Leases(database, Pace.STANDARD));
    } catch (RuntimeException e) {
      database.close();
      throw e;
    }
  }

  /** Starts a worker of its own thread. */
  public Worker hire(List<JobKind> kinds) {
    return Worker.start(jobs, leases, data.resolve("work"), kinds);
  }

  @Override
  public void close() {
    database.close();
  }
}
