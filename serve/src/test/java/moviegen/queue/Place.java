package moviegen.queue;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

/** A queue in a folder, with all that belongs to it. */
public record Place(Path folder, Database database, Jobs jobs, Leases leases)
    implements AutoCloseable {
  /** A worker that is quickly taken for dead. */
  public static final Pace QUICK =
      new Pace(Duration.ofMillis(1_500), Duration.ofMillis(300), Duration.ofMillis(100), 20);

  public static Place sqlite(Path folder) {
    return of(folder, Database.sqlite(folder.resolve("jobs.db")), Quota.STANDARD);
  }

  public static Place of(Path folder, Database database, Quota quota) {
    var outputs = new FolderOutputs(folder.resolve("films"));
    return new Place(
        folder, database, new Jobs(database, quota, outputs), new Leases(database, QUICK));
  }

  public Worker worker(JobKind... kinds) {
    return worker(List.of(kinds));
  }

  public Worker worker(List<JobKind> kinds) {
    return Worker.start(jobs, leases, folder.resolve("work"), kinds);
  }

  /** Waits until nothing is queued or runs. */
  public void awaitIdle(Duration patience) throws InterruptedException {
    long end = System.nanoTime() + patience.toNanos();
    while (busy() > 0) {
      if (System.nanoTime() > end) {
        throw new AssertionError("still busy: " + jobs.counts());
      }
      Thread.sleep(50);
    }
  }

  private long busy() {
    var counts = jobs.counts();
    return counts.getOrDefault(JobState.QUEUED, 0L) + counts.getOrDefault(JobState.RUNNING, 0L);
  }

  @Override
  public void close() {
    database.close();
  }
}
