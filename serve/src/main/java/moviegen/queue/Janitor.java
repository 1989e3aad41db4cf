package moviegen.queue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Clears up after workers that died, after jobs that were deleted, and after events of long ago.
 */
final class Janitor {
  /** How long what was deleted can be brought back. */
  static final Duration UNDO = Duration.ofDays(1);

  private static final Logger LOG = LoggerFactory.getLogger(Janitor.class);
  private static final Duration ROUND = Duration.ofMinutes(10);

  private final Jobs jobs;
  private final Leases leases;
  private final Path folder;
  private long last = System.nanoTime() - ROUND.toNanos();

  /**
   * @param folder where workers on this machine keep what belongs to unfinished jobs
   */
  Janitor(Jobs jobs, Leases leases, Path folder) {
    this.jobs = jobs;
    this.leases = leases;
    this.folder = folder;
  }

  /** Looks for dead workers, and from time to time for all else. */
  void visit() {
    for (var job : leases.reap()) {
      LOG.warn("The worker of job {} has died; it is {} now", job.id(), job.state().label());
      if (job.state().isFinal()) {
        jobs.outputs().delete(job.id());
        clear(folder.resolve(job.id()));
      }
    }
    if (System.nanoTime() - last >= ROUND.toNanos()) {
      last = System.nanoTime();
      jobs.purge(UNDO);
      leases.forget();
      sweep();
    }
  }

  /** Removes what was kept of jobs that are finished or gone. */
  private void sweep() {
    if (!Files.isDirectory(folder)) {
      return;
    }
    try (var kept = Files.newDirectoryStream(folder)) {
      for (var place : kept) {
        var job = jobs.find(String.valueOf(place.getFileName()));
        if (job.isEmpty() || job.get().state().isFinal()) {
          clear(place);
        }
      }
    } catch (IOException e) {
      LOG.warn("The folder {} could not be read", folder, e);
    }
  }

  private static void clear(Path place) {
    try {
      Folders.delete(place);
    } catch (IOException e) {
      LOG.warn("The folder {} could not be removed", place, e);
    }
  }
}
