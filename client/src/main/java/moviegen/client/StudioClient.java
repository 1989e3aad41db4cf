package moviegen.client;

import java.net.URI;
import java.util.List;
import java.util.stream.StreamSupport;

/** A studio at an address. One client serves any number of threads. */
public final class StudioClient implements AutoCloseable {
  private final Wire wire;

  private StudioClient(Wire wire) {
    this.wire = wire;
  }

  /** A studio that asks for no token, such as one on this machine. */
  public static StudioClient at(URI address) {
    return new StudioClient(Wire.to(address, ""));
  }

  /** A studio that asks for a token. */
  public static StudioClient at(URI address, String token) {
    return new StudioClient(Wire.to(address, token));
  }

  /** Queues what is to be made. */
  public FilmJob submit(FilmOrder order) {
    return new FilmJob(wire, wire.post("/api/jobs", order.fields()).path("id").asText());
  }

  /** Queues what is to be made and waits for it. */
  public Film make(FilmOrder order) {
    return submit(order).await();
  }

  /** A job that was submitted earlier, by this program or another. */
  public FilmJob job(String id) {
    return new FilmJob(wire, id);
  }

  /** The newest jobs. */
  public List<JobStatus> newest(int count) {
    var jobs = wire.get("/api/jobs?limit=" + count).path("jobs");
    return StreamSupport.stream(jobs.spliterator(), false).map(JobStatus::of).toList();
  }

  @Override
  public void close() {
    wire.close();
  }
}
