package moviegen.serve;

import io.javalin.http.Context;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;
import moviegen.queue.Job;
import moviegen.queue.JobEvent;
import moviegen.queue.JobState;

/**
 * One client's stream of events. One that reads too slowly is let go, and comes back with the id of
 * the last event that it has.
 */
final class EventStream {
  private static final int BEHIND = 2_000;
  private static final int PIECE = 500;
  private static final long SILENCE_SECONDS = 15;

  private final Context context;
  private final Desk desk;
  private final Optional<String> job;
  private final BlockingQueue<JobEvent> events = new ArrayBlockingQueue<>(BEHIND);
  private volatile boolean open = true;

  EventStream(Context context, Desk desk, Optional<String> job) {
    this.context = context;
    this.desk = desk;
    this.job = job;
  }

  void close() {
    open = false;
    events.offer(over());
  }

  /** Writes until the job is over, the client is gone or the studio closes. */
  void run(long after, Optional<Job> now) throws IOException {
    var response = context.res();
    response.setStatus(200);
    response.setContentType("text/event-stream;charset=utf-8");
    response.setHeader("Cache-Control", "no-store");
    response.setHeader("X-Accel-Buffering", "no");
    var out = response.getOutputStream();
    write(out, "retry: 2000\n\n");
    if (now.isPresent() && !send(out, current(now.get(), after))) {
      return;
    }
    long told = catchUp(out, after);
    try (var _ = desk.feed().subscribe(told, this::hear)) {
      while (open) {
        var event = events.poll(SILENCE_SECONDS, TimeUnit.SECONDS);
        if (event == null) {
          write(out, ": still here\n\n");
        } else if (!open || !send(out, event)) {
          return;
        }
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private long catchUp(OutputStream out, long after) throws IOException {
    long told = after;
    while (open) {
      var missed = desk.jobs().events(told, PIECE);
      for (var event : missed) {
        if (!send(out, event)) {
          open = false;
        }
        told = event.id();
      }
      if (missed.size() < PIECE) {
        return told;
      }
    }
    return told;
  }

  private void hear(JobEvent event) {
    if (!events.offer(event)) {
      open = false;
    }
  }

  /** Writes an event that concerns this client; false after its job's last one. */
  private boolean send(OutputStream out, JobEvent event) throws IOException {
    if (job.isPresent() && !job.get().equals(event.job())) {
      return true;
    }
    write(
        out,
        "id: %d\nevent: %s\ndata: %s\n\n"
            .formatted(event.id(), event.type().label(), Json.text(Answers.event(event))));
    return job.isEmpty() || !event.state().isFinal();
  }

  private static void write(OutputStream out, String text) throws IOException {
    out.write(text.getBytes(StandardCharsets.UTF_8));
    out.flush();
  }

  /** Where a job stands, told to one who comes in the middle. */
  private static JobEvent current(Job job, long last) {
    var type =
        switch (job.state()) {
          case QUEUED -> JobEvent.Type.QUEUED;
          case RUNNING -> JobEvent.Type.PROGRESS;
          case COMPLETED -> JobEvent.Type.COMPLETED;
          case FAILED -> JobEvent.Type.FAILED;
          case CANCELED -> JobEvent.Type.CANCELED;
        };
    return new JobEvent(
        last, job.id(), type, Instant.now(), job.state(), job.stage(), job.progress(), job.left());
  }

  private static JobEvent over() {
    return new JobEvent(
        0, "", JobEvent.Type.CANCELED, Instant.now(), JobState.CANCELED, "", 0, Optional.empty());
  }
}
