package moviegen.serve;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import moviegen.generate.Studio;
import moviegen.queue.Job;
import moviegen.queue.JobFilter;
import moviegen.queue.JobState;
import moviegen.queue.Jobs;

/** How long requests take here: what arithmetic says, corrected by how long the last ones took. */
final class Forecasts {
  private static final int LOOKED_AT = 10;
  private static final int COUNTED = 200;
  private static final Duration FRESH = Duration.ofSeconds(2);

  private final Jobs jobs;
  private final Casts casts;
  private double pace = 1;
  private double waiting;
  private long read = System.nanoTime() - 2 * FRESH.toNanos();

  Forecasts(Jobs jobs, Casts casts) {
    this.jobs = jobs;
    this.casts = casts;
  }

  /** Seconds that an order takes once it has started. */
  synchronized double seconds(Order order) {
    refresh();
    return rounded(pace * guess(order));
  }

  /** Seconds until all that is queued now is made, by one worker. */
  synchronized double untilIdle() {
    refresh();
    return rounded(waiting);
  }

  private void refresh() {
    if (System.nanoTime() - read < FRESH.toNanos()) {
      return;
    }
    pace = pace();
    var running = page(JobState.RUNNING, COUNTED);
    var queued = page(JobState.QUEUED, COUNTED);
    double seconds =
        running.stream().mapToDouble(this::left).sum()
            + queued.stream().mapToDouble(job -> pace * guess(job)).sum();
    long all = jobs.counts().getOrDefault(JobState.QUEUED, 0L);
    waiting = queued.isEmpty() ? seconds : seconds * Math.max(1, (double) all / queued.size());
    read = System.nanoTime();
  }

  private double left(Job job) {
    return job.left().map(Answers::seconds).orElse(pace * guess(job));
  }

  /** Seconds that passed for each one that was guessed. */
  private double pace() {
    double guessed = 0;
    double passed = 0;
    for (var job : page(JobState.COMPLETED, LOOKED_AT)) {
      var start = job.started();
      var end = job.completed();
      if (start.isPresent() && end.isPresent()) {
        guessed += guess(job);
        passed += Answers.seconds(Duration.between(start.get(), end.get()));
      }
    }
    return guessed > 0 && passed > 0 ? Math.clamp(passed / guessed, 0.05, 100) : 1;
  }

  private List<Job> page(JobState state, int limit) {
    return jobs.page(JobFilter.ALL.in(state), Optional.empty(), limit, true).jobs();
  }

  /** A job of a cast that is no longer here counts for nothing. */
  private double guess(Job job) {
    try {
      return guess(Order.of(job, casts));
    } catch (IllegalArgumentException | Refusal _) {
      return 0;
    }
  }

  private static double guess(Order order) {
    return Studio.guess(order.cast(), order.request());
  }

  private static double rounded(double seconds) {
    return Math.round(10 * seconds) / 10.0;
  }
}
