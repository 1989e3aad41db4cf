package moviegen.client;

import java.io.BufferedReader;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.time.Duration;

/**
 * Server-sent events; a stream on which nothing comes for too long is closed, as if it had broken.
 */
final class EventStream implements AutoCloseable {
  private static final Duration SILENCE = Duration.ofSeconds(45);

  private final InputStream source;
  private final BufferedReader lines;
  private final Thread watch;
  private volatile long heard = System.nanoTime();

  private EventStream(InputStream source) {
    this.source = source;
    lines = new BufferedReader(new InputStreamReader(source, StandardCharsets.UTF_8));
    watch = Thread.ofVirtual().name("event-watch").start(this::watch);
  }

  static EventStream over(InputStream source) {
    return new EventStream(source);
  }

  /** Waits for the next event. */
  JobStatus next() throws IOException {
    var data = new StringBuilder();
    while (true) {
      var line = lines.readLine();
      heard = System.nanoTime();
      if (line == null) {
        throw new EOFException("The studio has ended the stream of events.");
      }
      if (line.isEmpty() && !data.isEmpty()) {
        return JobStatus.ofEvent(Wire.JSON.readTree(data.toString()));
      }
      if (line.startsWith("data:")) {
        data.append(line.substring(5).strip());
      }
    }
  }

  private void watch() {
    try {
      while (System.nanoTime() - heard < SILENCE.toNanos()) {
        Thread.sleep(SILENCE.toMillis() / 3);
      }
      source.close();
    } catch (InterruptedException | IOException _) {
      // Closed already: by us, or by the other side.
    }
  }

  @Override
  public void close() throws IOException {
    watch.interrupt();
    source.close();
  }
}
