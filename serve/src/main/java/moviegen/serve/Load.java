package moviegen.serve;

import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import moviegen.queue.Job;
import moviegen.queue.JobFilter;
import moviegen.queue.JobKind;
import moviegen.queue.JobState;
import moviegen.queue.Jobs;
import moviegen.queue.Quota;
import moviegen.queue.Work;
import moviegen.queue.Worker;
import moviegen.queue.Workplace;

/**
 * Many clients at once that queue films over HTTP, one after the other, for workers that do nothing
 * but wait.
 *
 * @param database {@code jdbc:postgresql://…} of an empty database; else a file in the folder
 * @param jobs films in all
 * @param workers none or two
 */
public record Load(
    Path folder,
    Optional<String> database,
    List<String> casts,
    int jobs,
    int clients,
    int workers) {
  private static final Duration WAIT = Duration.ofMillis(1);
  private static final Duration PATIENCE = Duration.ofMinutes(10);
  private static final int PIECE = 500;
  private static final List<JobKind> KINDS = List.of(new JobKind(Order.FILM, Load::rest));

  /** How long at most the given share of the requests took. */
  public static double quantile(List<Double> millis, double share) {
    return millis.get((int) Math.min(millis.size() - 1L, Math.round(share * millis.size())));
  }

  private static void rest(Job job, Work work) {
    try {
      Thread.sleep(WAIT);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /**
   * Queues all films, after one of each client that is not counted, and waits until the workers
   * have done them.
   *
   * @return the milliseconds from each request to its answer, the shortest first
   */
  public List<Double> run() throws IOException, InterruptedException {
    var quota = new Quota(jobs + clients, Long.MAX_VALUE, 0);
    var local =
        StudioSettings.local(folder).withPort(0).withCasts(casts).withQuota(quota).withoutWorker();
    try (var studio = StudioServer.open(database.map(local::withDatabase).orElse(local), KINDS);
        var place = Workplace.open(folder, database, quota)) {
      requireEmpty(place.jobs());
      var hired = IntStream.range(0, workers).mapToObj(_ -> place.hire(KINDS)).toList();
      try {
        var _ = queue(studio, clients);
        var millis = queue(studio, jobs);
        if (workers > 0) {
          awaitAll(place.jobs());
        }
        return millis;
      } finally {
        hired.forEach(Worker::close);
        remove(place.jobs());
      }
    }
  }

  private static void requireEmpty(Jobs jobs) {
    long there = jobs.counts().values().stream().mapToLong(Long::longValue).sum();
    if (there > 0) {
      throw new IllegalArgumentException(
          "The database is another studio's: it has %,d jobs, and a load needs an empty one."
              .formatted(there));
    }
  }

  private List<Double> queue(StudioServer studio, int count)
      throws IOException, InterruptedException {
    var millis = new ConcurrentLinkedQueue<Double>();
    var next = new AtomicInteger();
    try (var client = HttpClient.newHttpClient();
        var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      Callable<Boolean> one =
          () -> {
            for (int i = next.getAndIncrement(); i < count; i = next.getAndIncrement()) {
              long start = System.nanoTime();
              post(client, studio, i);
              millis.add((System.nanoTime() - start) / 1e6);
            }
            return true;
          };
      for (var done : threads.invokeAll(IntStream.range(0, clients).mapToObj(_ -> one).toList())) {
        var _ = done.get();
      }
    } catch (ExecutionException e) {
      throw new IOException("A film was not queued.", e.getCause());
    }
    return millis.stream().sorted().toList();
  }

  private static void post(HttpClient client, StudioServer studio, int number)
      throws IOException, InterruptedException {
    var order =
        "{\"prompt\": \"a red ball bounces\", \"seed\": %d, \"priority\": %d}"
            .formatted(number, number % 3);
    var request =
        HttpRequest.newBuilder(studio.address().resolve("/api/jobs"))
            .header("Content-Type", "application/json")
            .POST(BodyPublishers.ofString(order));
    var answer = client.send(request.build(), BodyHandlers.ofString());
    if (answer.statusCode() != 201) {
      throw new IOException(answer.body());
    }
  }

  private void awaitAll(Jobs all) throws InterruptedException {
    long end = System.nanoTime() + PATIENCE.toNanos();
    while (all.counts().getOrDefault(JobState.COMPLETED, 0L) < jobs + clients) {
      if (System.nanoTime() > end) {
        throw new IllegalStateException("The workers did not do their jobs: " + all.counts());
      }
      Thread.sleep(50);
    }
  }

  /** Leaves the database as empty as it was. */
  private static void remove(Jobs jobs) {
    var page = jobs.page(JobFilter.ALL, Optional.empty(), PIECE, false);
    while (!page.jobs().isEmpty()) {
      page.jobs().forEach(job -> jobs.delete(job.id()));
      page = jobs.page(JobFilter.ALL, Optional.empty(), PIECE, false);
    }
    jobs.purge(Duration.ZERO);
  }
}
