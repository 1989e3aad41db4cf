package moviegen.client;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/** A film in the making, in a studio elsewhere. */
public final class FilmJob {
  /** Connections may break this often in a row, a second longer apart each time. */
  private static final int PATIENCE = 8;

  private final Wire wire;
  private final String id;

  FilmJob(Wire wire, String id) {
    this.wire = wire;
    this.id = id;
  }

  public String id() {
    return id;
  }

  /** How far it has come. */
  public JobStatus status() {
    return JobStatus.of(wire.get(path("")));
  }

  /**
   * Hears every change until nothing changes any more; a connection that breaks is made again.
   *
   * @return how it ended
   */
  public JobStatus observe(Consumer<JobStatus> listener) {
    for (int broken = 0; ; broken++) {
      try (var events = wire.events(path("/events"))) {
        var status = look();
        while (!status.state().isFinal()) {
          listener.accept(status);
          var next = events.next();
          while (isOlder(next, status)) {
            next = events.next();
          }
          status = next;
          broken = 0;
        }
        var end = look();
        listener.accept(end);
        return end;
      } catch (IOException e) {
        if (broken >= PATIENCE) {
          throw new UncheckedIOException(e);
        }
        pause(broken);
      }
    }
  }

  /**
   * Whether an event tells of less than {@code status} did: what was so before it was asked for, or
   * of a job that another worker begins again, whose progress is told once it is further.
   */
  private static boolean isOlder(JobStatus event, JobStatus status) {
    return !event.state().isFinal() && event.progress() < status.progress();
  }

  /** The status, where a studio that is just starting or stopping counts as a broken connection. */
  private JobStatus look() throws IOException {
    try {
      return status();
    } catch (UncheckedIOException e) {
      throw new IOException(e.getMessage(), e);
    } catch (StudioException e) {
      if (e.status() >= 500) {
        throw new IOException(e.getMessage(), e);
      }
      throw e;
    }
  }

  /**
   * Waits until it is finished.
   *
   * @throws StudioException when it failed
   * @throws CancellationException when it was canceled
   */
  public Film await() {
    var end = observe(_ -> {});
    return switch (end.state()) {
      case COMPLETED -> new Film(wire, id);
      case CANCELED -> throw new CancellationException("The film was canceled.");
      default -> throw new StudioException(200, end.error().orElse("The film failed."));
    };
  }

  /**
   * Waits until it is finished, but no longer than that; the job itself goes on.
   *
   * @throws CompletionException with a {@link java.util.concurrent.TimeoutException} when time is
   *     up
   */
  public Film await(Duration longest) {
    try {
      return future().orTimeout(longest.toMillis(), TimeUnit.MILLISECONDS).join();
    } catch (CompletionException e) {
      if (e.getCause() instanceof StudioException failed) {
        throw failed;
      }
      throw e;
    }
  }

  /** The film, once it is finished; canceling the future does not cancel the job. */
  public CompletableFuture<Film> future() {
    return CompletableFuture.supplyAsync(
        this::await, work -> Thread.ofVirtual().name("film-" + id).start(work));
  }

  /** Stops it at its next step; nothing happens where it is finished. */
  public void cancel() {
    wire.post(path("/cancel"), Map.of());
  }

  /** Takes it and its film out of the studio; for a day the studio can bring it back. */
  public void delete() {
    wire.delete(path(""));
  }

  private String path(String rest) {
    return "/api/jobs/" + id + rest;
  }

  private static void pause(int broken) {
    try {
      Thread.sleep(Duration.ofMillis(100 + 1_000L * broken));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new CancellationException("Waiting for the film was interrupted.");
    }
  }
}
