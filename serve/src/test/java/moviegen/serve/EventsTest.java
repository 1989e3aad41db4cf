package moviegen.serve;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
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

  /** A client of the stream of all events, on a thread of its own; it hears ids and data. */
  private record Listener(Socket socket, Queue<String> heard) {
    static Listener open(CountDownLatch ready) throws IOException {
      var address = studio.server().address();
      var socket = new Socket(address.getHost(), address.getPort());
      var request = "GET /api/events HTTP/1.1\r\nHost: localhost\r\n\r\n";
      socket.getOutputStream().write(request.getBytes(StandardCharsets.UTF_8));
      var heard = new ConcurrentLinkedQueue<String>();
      Thread.startVirtualThread(() -> listen(socket, heard, ready));
      return new Listener(socket, heard);
    }

    private static void listen(Socket socket, Queue<String> heard, CountDownLatch ready) {
      try {
        var lines =
            new BufferedReader(
                new InputStreamReader(socket.getInputStream(), StandardCharsets.UTF_8));
        var id = "";
        for (var line = lines.readLine(); line != null; line = lines.readLine()) {
          if (line.startsWith("retry: ")) {
            ready.countDown();
          } else if (line.startsWith("id: ")) {
            id = line;
          } else if (line.startsWith("data: ")) {
            heard.add(id + " " + line);
          }
        }
      } catch (IOException _) {
        // Closed by the test.
      }
    }

    /** What it has heard of these jobs. */
    List<String> of(List<String> jobs) {
      return heard.stream().filter(line -> jobs.stream().anyMatch(line::contains)).toList();
    }

    boolean knowsTheEnd(List<String> jobs) {
      return of(jobs).stream().filter(line -> line.contains("\"type\":\"completed\"")).count()
          == jobs.size();
    }
  }

  @Test
  void tellsTwoHundredClientsAtOnceTheSame() throws Exception {
    var ready = new CountDownLatch(CLIENTS);
    var listeners = new ArrayList<Listener>();
    try {
      for (int i = 0; i < CLIENTS; i++) {
        listeners.add(Listener.open(ready));
      }
      assertThat(ready.await(60, TimeUnit.SECONDS)).isTrue();
      assertThat(studio.get("/metrics").text()).contains("moviegen_listeners " + CLIENTS);
      long start = System.nanoTime();
      var jobs = IntStream.range(0, JOBS).mapToObj(i -> create("ball " + i)).toList();
      for (var listener : listeners) {
        for (int i = 0; i < 3_000 && !listener.knowsTheEnd(jobs); i++) {
          OpenStudio.pause(20);
        }
      }
      System.out.printf(
          Locale.ROOT,
          "%d clients heard all of %d films in %.1f s%n",
          CLIENTS,
          JOBS,
          (System.nanoTime() - start) / 1e9);
      var first = listeners.getFirst().of(jobs);
      assertThat(first).hasSizeGreaterThanOrEqualTo(3 * JOBS).doesNotHaveDuplicates();
      for (var listener : listeners) {
        assertThat(listener.of(jobs)).isEqualTo(first);
      }
    } finally {
      for (var listener : listeners) {
        listener.socket().close();
      }
    }
  }
}
