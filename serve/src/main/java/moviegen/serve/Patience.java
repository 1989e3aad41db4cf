package moviegen.serve;

import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import moviegen.queue.Job;

/** Waits for jobs, for clients that take no other answer than what they asked for. */
final class Patience {
  private static final Duration LONGEST = Duration.ofMinutes(10);
  private static final int AT_ONCE = 64;
  private static final Semaphore PLACES = new Semaphore(AT_ONCE);

  private Patience() {}

  /** The jobs once all are finished. */
  static List<Job> until(Desk desk, List<Job> jobs) {
    if (!PLACES.tryAcquire()) {
      cancel(desk, jobs);
      throw new Refusal(
          429, "too_many_waiting", "%d requests wait for pictures; try again.".formatted(AT_ONCE));
    }
    try {
      return await(desk, jobs);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new Refusal(503, "closing", "The studio closes; the pictures will be in its gallery.");
    } finally {
      PLACES.release();
    }
  }

  private static List<Job> await(Desk desk, List<Job> jobs) throws InterruptedException {
    Set<String> open =
        jobs.stream().map(Job::id).collect(Collectors.toCollection(ConcurrentHashMap::newKeySet));
    var finished = new CountDownLatch(jobs.size());
    try (var _ =
        desk.feed()
            .subscribe(
                desk.feed().last(),
                event -> {
                  if (event.state().isFinal() && open.remove(event.job())) {
                    finished.countDown();
                  }
                })) {
      for (var job : jobs) {
        if (now(desk, job).state().isFinal() && open.remove(job.id())) {
          finished.countDown();
        }
      }
      if (!finished.await(LONGEST.toMillis(), TimeUnit.MILLISECONDS)) {
        cancel(desk, jobs);
        throw new Refusal(
            503,
            "too_slow",
            "The pictures were not made within %d minutes.".formatted(LONGEST.toMinutes()));
      }
    }
    return jobs.stream().map(job -> now(desk, job)).toList();
  }

  private static Job now(Desk desk, Job job) {
    return desk.jobs().find(job.id()).orElseThrow(() -> Refusal.missing("job", job.id()));
  }

  private static void cancel(Desk desk, List<Job> jobs) {
    jobs.forEach(job -> desk.jobs().cancel(job.id()));
  }
}
