package moviegen.queue;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BooleanSupplier;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import moviegen.generate.Failure;
import moviegen.queue.Work.Stop;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.MDC;

/**
 * Takes jobs from the queue, one after the other, and does them on one long-lived thread; another
 * says meanwhile that it lives, and looks for jobs of workers that do not.
 */
public final class Worker implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(Worker.class);
  private static final AtomicInteger SERIAL = new AtomicInteger();
  private static final Duration GRACE = Duration.ofSeconds(2);
  private static final Duration PATIENCE = Duration.ofSeconds(20);
  private static final int SETTLE_TRIES = 240;

  private final String name;
  private final Jobs jobs;
  private final Leases leases;
  private final Path folder;
  private final Janitor janitor;
  private final List<JobKind> kinds;
  private final Map<String, JobHandler> handlers;
  private final CountDownLatch closing = new CountDownLatch(1);
  private final Thread thread;
  private final Thread heart;
  private volatile @Nullable Work current;

  private Worker(Jobs jobs, Leases leases, Path folder, List<JobKind> kinds) {
    this.jobs = jobs;
    this.leases = leases;
    this.folder = folder;
    janitor = new Janitor(jobs, leases, folder);
    this.kinds = List.copyOf(kinds);
    handlers = kinds.stream().collect(Collectors.toMap(JobKind::name, JobKind::handler));
    name = "%s-%d".formatted(ProcessHandle.current().pid(), SERIAL.incrementAndGet());
    thread = Thread.ofPlatform().name("worker-" + name).daemon().unstarted(this::work);
    heart = Thread.ofPlatform().name("heart-" + name).daemon().unstarted(this::beat);
  }

  /**
   * Starts a worker.
   *
   * @param folder where each job has a folder for what it keeps from one attempt to the next
   * @param kinds what it can do
   */
  public static Worker start(Jobs jobs, Leases leases, Path folder, List<JobKind> kinds) {
    var worker = new Worker(jobs, leases, folder, kinds);
    worker.thread.start();
    worker.heart.start();
    return worker;
  }

  /** The job that is being done. */
  public Optional<Job> job() {
    return Optional.ofNullable(current).map(Work::job);
  }

  private void work() {
    while (open()) {
      long seen = leases.signal().count();
      try {
        var job = leases.claim(name, kinds);
        if (job.isPresent()) {
          handle(job.get());
        } else {
          leases.signal().await(seen, leases.pace().poll());
        }
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        return;
      } catch (RuntimeException e) {
        LOG.warn("The queue does not answer; trying again", e);
        pause(Duration.ofSeconds(1));
      }
    }
  }

  private void handle(Job job) {
    var work = new Work(job, leases, jobs.outputs(), folder.resolve(job.id()));
    try (var _ = MDC.putCloseable("job", job.id())) {
      current = work;
      LOG.info("Job {} starts, attempt {}", job.id(), job.attempt());
      attempt(work).run();
    } finally {
      current = null;
    }
  }

  /** Does a job; what is left is to say how it ended. */
  private Runnable attempt(Work work) {
    try {
      handlers.getOrDefault(work.job().kind(), Worker::unknown).run(work.job(), work);
      return () -> completed(work);
    } catch (CancellationException e) {
      return () -> stopped(work, e);
    } catch (RuntimeException | LinkageError | OutOfMemoryError | StackOverflowError e) {
      return () -> failed(work, e);
    }
  }

  private void completed(Work work) {
    var job = work.job();
    forget(work);
    if (settle(() -> leases.complete(job, work.names(), work.bytes()))) {
      clear(work);
      LOG.info("Job {} is completed", job.id());
    } else {
      discard(work);
    }
  }

  private static void unknown(Job job, Work work) {
    throw new IllegalArgumentException("There is no kind of job \"%s\".".formatted(job.kind()));
  }

  private void stopped(Work work, CancellationException e) {
    var job = work.job();
    if (work.stoppedBy(Stop.HANDED_BACK)) {
      settle(() -> leases.release(job));
      LOG.info("Job {} is handed back", job.id());
    } else if (work.stoppedBy(Stop.CANCELED)) {
      end(work, leases::canceled);
      LOG.info("Job {} is canceled", job.id());
    } else if (work.stoppedBy(Stop.LOST)) {
      discard(work);
    } else {
      failed(work, e);
    }
  }

  private void failed(Work work, Throwable e) {
    var failure = Failure.of(e);
    if (failure.kind() == Failure.Kind.FAULT) {
      LOG.error("Job {} has failed", work.job().id(), e);
    } else {
      LOG.info("Job {} has failed: {}", work.job().id(), failure.sentence());
    }
    end(work, job -> leases.fail(job, failure.sentence()));
  }

  private void end(Work work, Function<Job, Boolean> ending) {
    discard(work);
    if (settle(() -> ending.apply(work.job()))) {
      clear(work);
    }
  }

  /**
   * Says how a job ended, again and again while the database does not answer. Where it never does,
   * nothing of the job is removed: it goes on from there once its lease is over.
   */
  private boolean settle(BooleanSupplier word) {
    for (int i = 0; ; i++) {
      try {
        return word.getAsBoolean();
      } catch (RuntimeException e) {
        if (i == SETTLE_TRIES) {
          throw e;
        }
        LOG.warn("The end of a job was not written down; trying again", e);
        pause(Duration.ofMillis(500));
      }
    }
  }

  /** Removes what a finished job does not list: what earlier attempts have put, and previews. */
  private void forget(Work work) {
    var job = work.job();
    try {
      for (long fence = 1; fence < job.fence(); fence++) {
        jobs.outputs().delete(job.id() + "/" + fence);
      }
      jobs.outputs().delete(job.previewKey());
    } catch (RuntimeException e) {
      LOG.warn("Files of job {} could not be removed", job.id(), e);
    }
  }

  /** Removes what was kept for a further attempt. */
  private static void clear(Work work) {
    try {
      Folders.delete(work.place());
    } catch (IOException e) {
      LOG.warn("Files of job {} could not be removed", work.job().id(), e);
    }
  }

  /** Removes what this attempt has put. */
  private void discard(Work work) {
    try {
      jobs.outputs().delete(work.job().id() + "/" + work.job().fence());
    } catch (RuntimeException e) {
      LOG.warn("Files of job {} could not be removed", work.job().id(), e);
    }
  }

  private void beat() {
    while (thread.isAlive()) {
      try {
        var work = current;
        if (work != null) {
          leases.heartbeat(work.job()).ifPresentOrElse(work::heed, () -> lost(work));
        }
        janitor.visit();
        thread.join(leases.pace().heartbeat());
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        return;
      } catch (RuntimeException e) {
        LOG.warn("A sign of life was not heard", e);
        pause(Duration.ofMillis(500));
      }
    }
  }

  private void lost(Work work) {
    if (current == work) {
      work.stop(Stop.LOST);
    }
  }

  private boolean open() {
    return closing.getCount() > 0;
  }

  private void pause(Duration time) {
    try {
      if (closing.await(time.toMillis(), TimeUnit.MILLISECONDS)) {
        Thread.sleep(50);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** Takes no more jobs, and finishes the one in hand if that is soon done, or hands it back. */
  @Override
  public void close() {
    closing.countDown();
    leases.signal().fire();
    try {
      if (!thread.join(GRACE)) {
        Stream.ofNullable(current).forEach(work -> work.stop(Stop.HANDED_BACK));
        thread.join(PATIENCE);
      }
      heart.join(PATIENCE);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
