package moviegen.queue;

import java.nio.file.Path;

final class SqliteLoadTest implements LoadContract {
  @Override
  public Database database(Path folder) {
    return Database.sqlite(folder.resolve("jobs.db"));
  }
}
