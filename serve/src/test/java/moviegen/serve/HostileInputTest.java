package moviegen.serve;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.SocketException;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.concurrent.TimeUnit;
import moviegen.media.Encoding;
import moviegen.media.Frames;
import moviegen.media.Tags;
import moviegen.media.VideoWriter;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** {@code -Dhostile.count=100000 -Dhostile.seed=1} makes the long run. */
class HostileInputTest {
  private static final String FORM = "multipart/form-data; boundary=frontier";

  @TempDir static Path data;
  @TempDir Path folder;
  private static OpenStudio studio;

  @BeforeAll
  static void open() {
    studio = OpenStudio.in(data);
  }

  @AfterAll
  static void close() {
    studio.close();
  }

  @Test
  void survivesSpoiledRequestsOfEveryKind() throws IOException {
    var run =
        HostileRun.of(
            folder, Long.getLong("hostile.seed", 1), Integer.getInteger("hostile.count", 1_000));
    System.out.println(run);
    assertThat(run.faults()).isEmpty();
    assertThat(run.calls()).isZero();
    assertThat(run.strange()).isEmpty();
    assertThat(run.heapMegabytes()).isLessThan(run.heapMegabytesBefore() + 60);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/../../../../etc/passwd",
        "/..%2f..%2f..%2f..%2fetc%2fpasswd",
        "/%2e%2e/%2e%2e/%2e%2e/etc/passwd",
        "/app/../../../../etc/passwd",
        "//etc/passwd",
        "/api/jobs/../../../../etc/passwd/content",
        "/api/jobs/..%2f..%2fstudio.db/content",
        "/api/jobs/.parts/content",
        "/v1/videos/%2e%2e%2fstudio.db/content"
      })
  void leadsNoPathOutOfItsFolders(String path) throws IOException {
    var answer = Raw.ask("127.0.0.1", studio.server().port(), "GET", path, "");
    assertThat(answer)
        .containsPattern("^HTTP/1.1 40[04] ")
        .doesNotContain("root:", "SQLite format");
  }

  @Test
  void decodesNoPictureThatIsABomb() {
    var answer = upload("/v1/videos", "input_reference", Forgeries.picture(50_000, 50_000));
    assertThat(answer.status()).isEqualTo(400);
    assertThat(answer.detail())
        .isEqualTo(
            "The file \"input_reference\" has pictures of 50000x50000, expected between 1 and"
                + " 33554432 pixels.");
  }

  @Test
  void fetchesNothingThatAFileNames() throws IOException {
    var file = folder.resolve("film.mp4");
    VideoWriter.write(file, Frames.black(16, 64, 64, 16), Encoding.FINE, Tags.NONE);
    try (var canary = Canary.open()) {
      for (var forged :
          new byte[][] {
            Forgeries.externalFilm(Files.readAllBytes(file), canary.address()),
            Forgeries.externalFilm(Files.readAllBytes(file), "file:///etc/passwd"),
            Forgeries.playlist(canary.address()),
            Forgeries.playlist("file:///etc/passwd"),
            Forgeries.concatenation("/etc/passwd")
          }) {
        var answer = upload("/v1/videos/edits", "video", forged);
        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.detail()).doesNotContain(data.toString());
      }
      assertThat(canary.calls()).isZero();
    }
  }

  private static Answer upload(String path, String field, byte[] file) {
    var form = new ByteArrayOutputStream();
    HostileRequests.part(form, "prompt", "", "x".getBytes(StandardCharsets.UTF_8));
    HostileRequests.part(form, field, "../../film.mp4", file);
    form.writeBytes("--frontier--\r\n".getBytes(StandardCharsets.UTF_8));
    return studio.send(
        "POST", path, BodyPublishers.ofByteArray(form.toByteArray()), "Content-Type", FORM);
  }

  @Test
  void refusesTenGigabytesBeforeTheyCome() throws IOException {
    var head =
        "POST /v1/videos HTTP/1.1\r\nHost: localhost\r\nContent-Type: %s\r\nContent-Length: 10737418240\r\n\r\n"
            .formatted(FORM);
    assertThat(Raw.send("127.0.0.1", studio.server().port(), head.getBytes(StandardCharsets.UTF_8)))
        .startsWith("HTTP/1.1 413 ");
  }

  @Test
  void stopsReadingAnUploadThatDoesNotSayItsLength() throws IOException {
    try (var socket = new Socket(InetAddress.getLoopbackAddress(), studio.server().port())) {
      socket.setSoTimeout(60_000);
      var out = socket.getOutputStream();
      out.write(
          ("POST /v1/videos HTTP/1.1\r\nHost: localhost\r\nTransfer-Encoding: chunked\r\n"
                  + "Content-Type: "
                  + FORM
                  + "\r\n\r\n")
              .getBytes(StandardCharsets.UTF_8));
      var head = new ByteArrayOutputStream();
      HostileRequests.part(head, "input_reference", "a.png", new byte[0]);
      var chunk = new byte[1 << 20];
      System.arraycopy(head.toByteArray(), 0, chunk, 0, head.size() - 2);
      long sent = 0;
      try {
        while (sent < 10L << 30) {
          out.write("100000\r\n".getBytes(StandardCharsets.UTF_8));
          out.write(chunk);
          out.write("\r\n".getBytes(StandardCharsets.UTF_8));
          sent += chunk.length;
          if (socket.getInputStream().available() > 0) {
            break;
          }
        }
      } catch (IOException _) {
        // The server has closed the connection.
      }
      assertThat(sent).isLessThan(2 * Uploads.MOST);
    }
    for (int i = 0; i < 400 && !isEmpty(data.resolve("uploads")); i++) {
      OpenStudio.pause(50);
    }
    assertThat(data.resolve("uploads")).isEmptyDirectory();
  }

  private static boolean isEmpty(Path folder) throws IOException {
    try (var files = Files.list(folder)) {
      return files.findAny().isEmpty();
    }
  }

  @Test
  void refusesHeadersOfSixtyFourKilobytes() throws IOException {
    var answer =
        Raw.ask(
            "127.0.0.1",
            studio.server().port(),
            "GET",
            "/api/jobs",
            "X-Long: " + "x".repeat(64 << 10) + "\r\n");
    assertThat(answer)
        .startsWith("HTTP/1.1 431 ")
        .contains(Problem.MEDIA_TYPE, "The headers of the request are too large.");
  }

  @Test
  void givesUpABodyThatComesTooSlowly() throws IOException {
    try (var socket = new Socket(InetAddress.getLoopbackAddress(), studio.server().port())) {
      socket.setSoTimeout(20_000);
      var out = socket.getOutputStream();
      out.write(
          ("POST /api/jobs HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n"
                  + "Content-Type: application/json\r\nContent-Length: 1000\r\n\r\n{")
              .getBytes(StandardCharsets.UTF_8));
      for (int i = 0; i < 30 && socket.getInputStream().available() == 0; i++) {
        OpenStudio.pause(500);
        out.write(' ');
      }
      var answer =
          new String(socket.getInputStream().readNBytes(2_000), StandardCharsets.ISO_8859_1);
      assertThat(answer)
          .startsWith("HTTP/1.1 408 ")
          .contains(Problem.MEDIA_TYPE, "The request came too slowly.");
    } catch (SocketException e) {
      throw new AssertionError("closed without a word", e);
    }
  }

  @Test
  void answersOthersWhileManyAreSlow() throws IOException {
    studio.get("/api/jobs");
    var slow = new ArrayList<Socket>();
    try {
      for (int i = 0; i < 300; i++) {
        var socket = new Socket(InetAddress.getLoopbackAddress(), studio.server().port());
        var part =
            i % 2 == 0
                ? "GET /api/jobs HTTP/1.1\r\nHost: local"
                : "POST /v1/videos HTTP/1.1\r\nHost: localhost\r\nContent-Type: "
                    + FORM
                    + "\r\nContent-Length: 1000\r\n\r\n--fron";
        socket.getOutputStream().write(part.getBytes(StandardCharsets.UTF_8));
        slow.add(socket);
      }
      long start = System.nanoTime();
      assertThat(studio.get("/api/jobs").status()).isEqualTo(200);
      assertThat(TimeUnit.NANOSECONDS.toSeconds(System.nanoTime() - start)).isLessThan(15);
    } finally {
      for (var socket : slow) {
        socket.close();
      }
    }
  }
}
