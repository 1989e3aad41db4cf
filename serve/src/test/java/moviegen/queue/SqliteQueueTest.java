package moviegen.queue;

import java.nio.file.Path;

final class SqliteQueueTest implements QueueContract {
  @Override
  public Database database(Path folder) {
    return Database.open(folder.resolve("jobs.db").toString());
  }
}
