package moviegen.serve;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EventsTest {
  private static final int CLIENTS = 200;
  private static final int JOBS = 5;

  @TempDir static Path data;
  private static OpenStudio studio;

  @BeforeAll
  static void open() {
    studio = OpenStudio.in(data);
  }

  @AfterAll
  static void close() {
    studio.close();
  }

  private static String create(String prompt) {
    return studio
        .post("/api/jobs", "{\"prompt\":\"%s\",\"seconds\":1}".formatted(prompt))
        .json()
        .path("id")
        .asText();
  }

  @Test
  void tellsAJobsLifeAndEndsWithIt() {
    String id = create("a red ball");
    var names = named(studio.get("/api/jobs/" + id + "/events").text(), "event");
    assertThat(names.getFirst()).isIn("queued", "progress", "completed");
    assertThat(names.getLast()).isEqualTo("completed");
  }

  @Test
  void goesOnAfterTheLastEventThatIsKnown() {
    String id = create("a blue ball");
    studio.finishedJob(id);
    var all = studio.get("/api/jobs/" + id + "/events", "Last-Event-ID", "0").text();
    assertThat(named(all, "event")).startsWith("queued", "started").endsWith("completed");
    var ids = named(all, "id");
    var rest = studio.get("/api/jobs/" + id + "/events", "Last-Event-ID", ids.get(1)).text();
    assertThat(named(rest, "id")).isEqualTo(ids.subList(2, ids.size()));
    assertThat(studio.get("/api/jobs/" + id + "/events", "Last-Event-ID", ids.getLast()).status())
        .isEqualTo(204);
  }

  private static List<String> named(String stream, String field) {
    return stream
        .lines()
        .filter(line -> line.startsWith(field + ": "))
        .map(line -> line.substring(field.length() + 2))
        .toList();
  }

  /** A client of the stream of all events, on a thread of its own. */
  private record Listener(Socket socket, List<String> heard) {
    static Listener open(CountDownLatch ready, CountDownLatch done) throws IOException {
      var address = studio.server().address();
      var socket = new Socket(address.getHost(), address.getPort());
      OutputStream out = socket.getOutputStream();
      out.write(
          "GET /api/events HTTP/1.1\r\nHost: localhost\r\n\r\n".getBytes(StandardCharsets.UTF_8));
      var heard = new ArrayList<String>();
      Thread.startVirtualThread(() -> listen(socket, heard, ready, done));
      return new Listener(socket, heard);
    }

    private static void listen(
        Socket socket, List<String> heard, CountDownLatch ready, CountDownLatch done) {
      try {
        var lines =
            new BufferedReader(
                new InputStreamReader(socket.getInputStream(), StandardCharsets.UTF_8));
        int completed = 0;
        for (var line = lines.readLine(); line != null; line = lines.readLine()) {
          if (line.startsWith("retry: ")) {
            ready.countDown();
          }
          if (line.startsWith("id: ")) {
            heard.add(line);
          }
          if (line.equals("event: completed") && ++completed == JOBS) {
            done.countDown();
          }
        }
      } catch (IOException _) {
        // Closed by the test.
      }
    }
  }

  @Test
  void tellsTwoHundredClientsAtOnceTheSame() throws Exception {
    var ready = new CountDownLatch(CLIENTS);
    var done = new CountDownLatch(CLIENTS);
    var listeners = new ConcurrentLinkedQueue<Listener>();
    for (int i = 0; i < CLIENTS; i++) {
      listeners.add(Listener.open(ready, done));
    }
    assertThat(ready.await(30, TimeUnit.SECONDS)).isTrue();
    assertThat(studio.get("/metrics").text()).contains("moviegen_listeners 200");
    OpenStudio.pause(300);
    long before = System.nanoTime();
    for (int i = 0; i < JOBS; i++) {
      create("ball " + i);
    }
    assertThat(done.await(60, TimeUnit.SECONDS)).isTrue();
    System.out.printf(
        "%d clients heard of %d films within %.1f s%n",
        CLIENTS, JOBS, (System.nanoTime() - before) / 1e9);
    var first = listeners.element().heard();
    assertThat(first).doesNotHaveDuplicates();
    for (var listener : listeners) {
      assertThat(listener.heard()).containsExactlyElementsOf(first);
      listener.socket().close();
    }
  }
}
