package moviegen.queue;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What holds when workers and the database itself die. */
final class PostgresFaultsTest {
  private static final Duration PATIENCE = Duration.ofMinutes(2);

  @TempDir static Path server;
  @TempDir Path folder;
  private static Postgres postgres;

  @BeforeAll
  static void start() {
    postgres = Postgres.in(server);
  }

  @AfterAll
  static void stop() {
    postgres.close();
  }

  private Place place(String url) {
    return Place.of(folder, Database.open(url), Quota.STANDARD);
  }

  @Test
  void doesEveryJobOnceThoughOneOfTwoWorkersIsKilled() throws Exception {
    var url = postgres.newDatabase();
    try (var place = place(url);
        var first = WorkerProcess.start(folder, url);
        var _ = WorkerProcess.start(folder, url)) {
      for (int i = 0; i < 30; i++) {
        place.jobs().submit(Waits.job(200));
      }
      Thread.sleep(700);
      first.kill();
      place.awaitIdle(PATIENCE);
      assertThat(place.jobs().counts()).containsEntry(JobState.COMPLETED, 30L);
      assertThat(jobsOf(place, JobEvent.Type.COMPLETED)).doesNotHaveDuplicates();
    }
  }

  @Test
  void losesNoJobThatWasAcceptedThoughTheDatabaseIsRestartedUnderLoad() throws Exception {
    Set<String> accepted = ConcurrentHashMap.newKeySet();
    try (var place = place(postgres.newDatabase());
        var threads = Executors.newFixedThreadPool(8);
        var _ = place.worker(Waits.KIND);
        var _ = place.worker(Waits.KIND)) {
      var clients =
          IntStream.range(0, 8)
              .mapToObj(_ -> threads.submit(() -> submit(place, accepted)))
              .toList();
      Thread.sleep(300);
      postgres.restart();
      for (var client : clients) {
        client.get();
      }
      place.awaitIdle(PATIENCE);
      assertThat(accepted).hasSize(8 * 15);
      var completed = jobsOf(place, JobEvent.Type.COMPLETED);
      assertThat(completed).doesNotHaveDuplicates().containsAll(accepted);
      assertThat(place.jobs().counts()).containsEntry(JobState.FAILED, 0L);
    }
  }

  /** A client that tries again what was not accepted. */
  private static void submit(Place place, Set<String> accepted) {
    for (int i = 0; i < 15; ) {
      try {
        accepted.add(place.jobs().submit(Waits.job(20)).id());
        i++;
        Thread.sleep(40);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        return;
      } catch (RuntimeException _) {
        Thread.onSpinWait();
      }
    }
  }

  private static List<String> jobsOf(Place place, JobEvent.Type type) {
    return place.jobs().events(0, 100_000).stream()
        .filter(event -> event.type() == type)
        .map(JobEvent::job)
        .toList();
  }
}
