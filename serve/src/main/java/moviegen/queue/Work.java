package moviegen.queue;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import moviegen.generate.Cancel;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What a handler has of its job's surroundings: whom to tell, where to put things, when to stop.
 */
public final class Work {
  static final String PREVIEW = "preview.png";

  private static final Logger LOG = LoggerFactory.getLogger(Work.class);
  private static final long REPORT_NANOS = 200_000_000;

  /** Why the work is to stop. */
  enum Stop {
    CANCELED,
    HANDED_BACK,
    LOST
  }

  private final Job job;
  private final Leases leases;
  private final Outputs outputs;
  private final Path folder;
  private final Cancel cancel = new Cancel();
  private final AtomicReference<@Nullable Stop> stop = new AtomicReference<>();
  private final List<String> names = new ArrayList<>();
  private long bytes;
  private String stage = "";
  private long reported = System.nanoTime() - REPORT_NANOS;

  Work(Job job, Leases leases, Outputs outputs, Path folder) {
    this.job = job;
    this.leases = leases;
    this.outputs = outputs;
    this.folder = folder;
  }

  /** Pressed when the job is to stop; a handler looks at it often. */
  public Cancel cancel() {
    return cancel;
  }

  public boolean canceled() {
    return cancel.cancelled();
  }

  /** Files of the program, such as those that other jobs have put. */
  public Outputs outputs() {
    return outputs;
  }

  /** A folder that is still there when the job is gone on with after a crash; empty at first. */
  public Path folder() {
    try {
      return Files.createDirectories(folder);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * Tells how far the job has come; may be called as often as one likes.
   *
   * @param now what is being done
   * @param fraction of all, 0 to 1
   * @param left the time the rest is expected to take
   */
  public void progress(String now, double fraction, Duration left) {
    boolean sameStage = now.equals(stage);
    if (cancel.cancelled() || sameStage && System.nanoTime() - reported < REPORT_NANOS) {
      return;
    }
    stage = now;
    reported = System.nanoTime();
    try {
      leases.progress(job, now, fraction, left).ifPresentOrElse(this::heed, () -> stop(Stop.LOST));
    } catch (RuntimeException e) {
      LOG.warn("The progress of job {} was not written down", job.id(), e);
    }
  }

  /** Shows a first look at what is being made, as PNG. */
  public void preview(byte[] png) {
    try {
      outputs.put(job.previewKey(), new ByteArrayInputStream(png));
      if (!leases.previewed(job)) {
        stop(Stop.LOST);
      }
    } catch (RuntimeException e) {
      LOG.warn("A preview of job {} was not shown", job.id(), e);
    }
  }

  /** Keeps a finished file under a name; it is listed once the whole job is completed. */
  public void put(String name, Path file) {
    bytes += outputs.put(job.key(name), file);
    names.add(name);
  }

  /** Keeps finished bytes under a name. */
  public void put(String name, byte[] content) {
    bytes += outputs.put(job.key(name), new ByteArrayInputStream(content));
    names.add(name);
  }

  Job job() {
    return job;
  }

  List<String> names() {
    return names;
  }

  long bytes() {
    return bytes;
  }

  Path place() {
    return folder;
  }

  /** Stops where the database says that the job was canceled. */
  void heed(Job now) {
    if (now.canceling()) {
      stop(Stop.CANCELED);
    }
  }

  void stop(Stop reason) {
    stop.compareAndSet(null, reason);
    cancel.cancel();
  }

  boolean stoppedBy(Stop reason) {
    return stop.get() == reason;
  }
}
