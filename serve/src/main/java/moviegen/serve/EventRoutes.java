package moviegen.serve;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import java.io.IOException;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import moviegen.queue.Job;
import moviegen.queue.JobEvent;

/** What happens, as server-sent events; each client has a virtual thread that writes to it. */
final class EventRoutes implements AutoCloseable {
  private static final int MOST_CLIENTS = 1_000;

  private final Desk desk;
  private final Set<EventStream> streams = ConcurrentHashMap.newKeySet();

  EventRoutes(Desk desk) {
    this.desk = desk;
  }

  void add(RoutesConfig routes) {
    routes.get("/api/events", this::all).get("/api/jobs/{id}/events", this::ofJob);
  }

  int clients() {
    return streams.size();
  }

  private void all(Context context) throws IOException {
    stream(context, known(context).orElse(desk.feed().last()), Optional.empty());
  }

  private void ofJob(Context context) throws IOException {
    var job = desk.anyJob(context);
    var known = known(context);
    if (known.isPresent() && job.state().isFinal() && newer(job, known.get()).isEmpty()) {
      context.status(204);
      return;
    }
    stream(context, known.orElse(desk.feed().last()), Optional.of(job));
  }

  private Optional<JobEvent> newer(Job job, long known) {
    return desk.jobs().events(known, 1_000).stream()
        .filter(event -> event.job().equals(job.id()))
        .findFirst();
  }

  private static Optional<Long> known(Context context) {
    return Optional.ofNullable(context.header("Last-Event-ID"))
        .filter(text -> text.matches("\\d{1,18}"))
        .map(Long::parseLong);
  }

  private void stream(Context context, long after, Optional<Job> job) throws IOException {
    if (streams.size() >= MOST_CLIENTS) {
      throw new Refusal(
          429, "too_many_clients", "%,d clients listen already.".formatted(MOST_CLIENTS));
    }
    var stream = new EventStream(context, desk, job.map(Job::id));
    streams.add(stream);
    try {
      boolean first = job.isPresent() && known(context).isEmpty();
      stream.run(after, first ? job : Optional.empty());
    } finally {
      streams.remove(stream);
    }
  }

  @Override
  public void close() {
    streams.forEach(EventStream::close);
  }
}
