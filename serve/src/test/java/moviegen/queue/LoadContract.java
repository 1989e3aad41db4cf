package moviegen.queue;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.LongAdder;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Many clients and two workers at once, on every database. The number of jobs is {@code
 * -Dmoviegen.load=1000}, and 200 where nothing is said.
 */
public interface LoadContract {
  int JOBS = Integer.getInteger("moviegen.load", 200);
  int CLIENTS = 50;
  int LISTENERS = 200;

  /** An empty database. */
  Database database(Path folder);

  @Test
  default void startsAllJobsOfFiftyClientsByPriorityAndAge(@TempDir Path folder) throws Exception {
    try (var place = Place.of(folder, database(folder), new Quota(JOBS, 1L << 40, 0))) {
      var times = submit(place);
      var line = new ArrayList<>(place.jobs().line());
      assertThat(line).hasSize(JOBS).doesNotHaveDuplicates();
      try (var _ = place.worker(Waits.KIND);
          var _ = place.worker(Waits.KIND)) {
        place.awaitIdle(Duration.ofMinutes(5));
      }
      assertThat(place.jobs().counts()).containsEntry(JobState.COMPLETED, (long) JOBS);
      for (var started : jobsOf(place, JobEvent.Type.STARTED)) {
        assertThat(line.indexOf(started)).isBetween(0, 1);
        line.remove(started);
      }
      assertThat(jobsOf(place, JobEvent.Type.COMPLETED)).hasSize(JOBS).doesNotHaveDuplicates();
      report(place, "with no worker", times);
    }
  }

  @Test
  default void tellsTwoHundredListenersOfAllThatHappensUnderLoad(@TempDir Path folder)
      throws Exception {
    try (var place = Place.of(folder, database(folder), new Quota(JOBS, 1L << 40, 0));
        var feed = EventFeed.start(place.jobs())) {
      var heard = new LongAdder();
      for (int i = 0; i < LISTENERS; i++) {
        feed.subscribe(0, event -> heard.add(event.type() == JobEvent.Type.COMPLETED ? 1 : 0));
      }
      try (var _ = place.worker(Waits.KIND);
          var _ = place.worker(Waits.KIND)) {
        var times = submit(place);
        place.awaitIdle(Duration.ofMinutes(5));
        report(place, "with two workers", times);
      }
      for (int i = 0; i < 100 && heard.sum() < (long) JOBS * LISTENERS; i++) {
        Thread.sleep(50);
      }
      assertThat(heard.sum()).isEqualTo((long) JOBS * LISTENERS);
      assertThat(jobsOf(place, JobEvent.Type.COMPLETED)).hasSize(JOBS).doesNotHaveDuplicates();
    }
  }

  /** Fifty clients at once; the milliseconds that each job took to be created. */
  private static List<Double> submit(Place place) throws Exception {
    var times = new ConcurrentLinkedQueue<Double>();
    Callable<Boolean> client =
        () -> {
          for (int i = 0; i < JOBS / CLIENTS; i++) {
            long start = System.nanoTime();
            place.jobs().submit(Waits.job(1).withPriority(i % 3));
            times.add((System.nanoTime() - start) / 1e6);
          }
          return true;
        };
    try (var threads = Executors.newFixedThreadPool(CLIENTS)) {
      var clients = IntStream.range(0, CLIENTS).mapToObj(_ -> client).toList();
      for (var done : threads.invokeAll(clients)) {
        assertThat(done.get()).isTrue();
      }
    }
    return times.stream().sorted().toList();
  }

  private static List<String> jobsOf(Place place, JobEvent.Type type) {
    return place.jobs().events(0, 100 * JOBS).stream()
        .filter(event -> event.type() == type)
        .map(JobEvent::job)
        .toList();
  }

  private static void report(Place place, String how, List<Double> times) {
    System.out.printf(
        "%s, %d jobs by %d clients %s: median %.1f ms, p95 %.1f ms, longest %.1f ms%n",
        place.database().dialect(),
        times.size(),
        CLIENTS,
        how,
        times.get(times.size() / 2),
        times.get(times.size() * 95 / 100),
        times.getLast());
  }
}
