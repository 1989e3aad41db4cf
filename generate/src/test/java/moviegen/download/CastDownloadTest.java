package moviegen.download;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Random;
import moviegen.generate.Cast;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CastDownloadTest {
  private static final Pacing SHORT = new Pacing(3, Duration.ofMillis(1), Duration.ofMillis(400));
  private static final byte[] FILE = noise(200_000, 1);
  private static final List<String> WHOLE =
      List.of("Content-Length: " + FILE.length, "ETag: \"one\"");

  @TempDir Path folder;

  @Test
  void fetchesACastThatOpens() throws IOException {
    try (var hub = new FakeHub((_, _) -> FakeHub.says("200 OK", WHOLE, FILE))) {
      download(hub, known());
      assertThat(hub.asked().getFirst().path()).isEqualTo("/owner/name/resolve/main/a/weights.bin");
    }
    assertThat(folder.resolve("weights.bin")).hasBinaryContent(FILE);
    assertThat(folder.resolve("weights.bin.sha256")).hasContent(hash(FILE) + "  weights.bin\n");
    assertThat(Cast.open(folder).part("weights").license()).isEqualTo("MIT");
    assertThat(DownloadPlan.of(cast(known()), folder).complete()).isTrue();
    assertThat(folder.toFile().list())
        .containsExactlyInAnyOrder("weights.bin", "weights.bin.sha256", "cast.json");
  }

  @Test
  void goesOnWhereTheLineDropped() throws IOException {
    try (var hub = new FakeHub((count, asked) -> count == 1 ? dropped(70_000) : rest(asked))) {
      download(hub, known());
      var second = hub.asked().get(1);
      assertThat(second.from()).isBetween(1L, 70_000L);
      assertThat(second.headers()).containsEntry("if-range", "\"one\"");
    }
    assertThat(folder.resolve("weights.bin")).hasBinaryContent(FILE);
  }

  @Test
  void goesOnTheNextDay() throws IOException {
    try (var hub = new FakeHub((_, asked) -> asked.from() == 0 ? dropped(90_000) : new byte[0])) {
      assertThatThrownBy(() -> download(hub, known()))
          .isInstanceOf(DownloadFailed.class)
          .hasMessageContaining("The same command goes on from");
    }
    assertThat(DownloadPlan.of(cast(known()), folder).there()).isPositive();
    try (var hub = new FakeHub((_, asked) -> rest(asked))) {
      download(hub, known());
      assertThat(hub.asked()).hasSize(1);
      assertThat(hub.asked().getFirst().from()).isPositive();
    }
    assertThat(folder.resolve("weights.bin")).hasBinaryContent(FILE);
  }

  @Test
  void beginsAnewWhereTheFileIsAnotherOneNow() throws IOException {
    try (var hub =
        new FakeHub(
            (count, _) -> count == 1 ? dropped(70_000) : FakeHub.says("200 OK", WHOLE, FILE))) {
      download(hub, known());
    }
    assertThat(folder.resolve("weights.bin")).hasBinaryContent(FILE);
  }

  @Test
  void beginsAnewWhereTheRestBelongsToAnotherFile() throws IOException {
    byte[] other = noise(FILE.length, 2);
    try (var hub =
        new FakeHub(
            (count, asked) ->
                switch (count) {
                  case 1 -> FakeHub.says("200 OK", WHOLE, Arrays.copyOf(other, 70_000));
                  default -> rest(asked);
                })) {
      download(hub, known());
    }
    assertThat(folder.resolve("weights.bin")).hasBinaryContent(FILE);
  }

  @Test
  void deletesWhatIsAnotherFile() throws IOException {
    byte[] other = noise(FILE.length, 2);
    try (var hub = new FakeHub((_, _) -> FakeHub.says("200 OK", WHOLE, other))) {
      assertThatThrownBy(() -> download(hub, known()))
          .hasMessage(
              "weights.bin is not the file it should be: its sha256 is %s…, expected %s…; it was"
                      .formatted(hash(other).substring(0, 12), hash(FILE).substring(0, 12))
                  + " deleted.");
    }
    assertThat(folder.resolve("weights.bin")).doesNotExist();
    assertThat(folder.resolve("weights.bin.part")).doesNotExist();
  }

  @Test
  void refusesAnotherLength() throws IOException {
    try (var hub =
        new FakeHub((_, _) -> FakeHub.says("200 OK", List.of("Content-Length: 7"), FILE))) {
      assertThatThrownBy(() -> download(hub, known()))
          .hasMessage(
              "weights.bin has 7 bytes at 127.0.0.1, expected 200,000: it is another file.");
    }
  }

  @Test
  void refusesMoreThanThereIs() throws IOException {
    byte[] long_ = Arrays.copyOf(FILE, FILE.length + 1000);
    try (var hub = new FakeHub((_, _) -> FakeHub.says("200 OK", List.of(), long_))) {
      assertThatThrownBy(() -> download(hub, known()))
          .hasMessage("127.0.0.1 sends more of weights.bin than the 200,000 bytes it has.");
    }
  }

  @Test
  void noticesAnEndThatComesEarly() throws IOException {
    try (var hub =
        new FakeHub(
            (count, asked) ->
                count == 1
                    ? FakeHub.says("200 OK", List.of("ETag: \"one\""), Arrays.copyOf(FILE, 500))
                    : rest(asked))) {
      download(hub, known());
      assertThat(hub.asked().get(1).from()).isEqualTo(500);
    }
    assertThat(folder.resolve("weights.bin")).hasBinaryContent(FILE);
  }

  @Test
  void refusesAPartThatWasNotAskedFor() throws IOException {
    try (var hub =
        new FakeHub(
            (count, _) ->
                count == 1
                    ? dropped(70_000)
                    : FakeHub.says(
                        "206 Partial Content",
                        List.of("Content-Range: bytes 5-199999/200000", "ETag: \"one\""),
                        Arrays.copyOfRange(FILE, 5, FILE.length)))) {
      assertThatThrownBy(() -> download(hub, known()))
          .hasMessageContaining("sends weights.bin from byte 5, asked for from");
    }
  }

  @Test
  void refusesAWebPage() throws IOException {
    try (var hub =
        new FakeHub(
            (_, _) ->
                FakeHub.says(
                    "200 OK",
                    List.of("Content-Type: text/html; charset=utf-8"),
                    "<html>Sign in</html>".getBytes(UTF_8)))) {
      assertThatThrownBy(() -> download(hub, known()))
          .hasMessageEndingWith("answers with a web page instead of the file.");
    }
  }

  @ParameterizedTest
  @CsvSource({
    "401 Unauthorized, asks for a login",
    "403 Forbidden, asks for a login",
    "404 Not Found, has no such file",
    "418 Teapot, does not give it"
  })
  void saysWhyTheServerRefuses(String status, String sentence) throws IOException {
    try (var hub = new FakeHub((_, _) -> FakeHub.says(status, List.of(), new byte[0]))) {
      assertThatThrownBy(() -> download(hub, known()))
          .isInstanceOf(DownloadFailed.class)
          .hasMessageContaining(sentence);
      assertThat(hub.asked()).hasSize(1);
    }
  }

  @Test
  void triesAgainWhenTheServerIsBusy() throws IOException {
    try (var hub =
        new FakeHub(
            (count, asked) ->
                count < 3
                    ? FakeHub.says("503 Service Unavailable", List.of(), new byte[0])
                    : rest(asked))) {
      download(hub, known());
      assertThat(hub.asked()).hasSize(3);
    }
  }

  @Test
  void givesUpOnAServerThatFallsSilent() throws IOException {
    try (var hub =
        new FakeHub(
            (_, _) -> {
              Thread.sleep(1_500);
              return new byte[0];
            })) {
      assertThatThrownBy(() -> download(hub, known()))
          .hasMessageStartingWith("weights.bin does not come: no answer in time.");
    }
  }

  @Test
  void followsARedirection() throws IOException {
    try (var store = new FakeHub((_, asked) -> rest(asked));
        var hub = new FakeHub((_, _) -> redirection(store.mirror().base() + "/blob/1?key=2"))) {
      download(hub, known());
      assertThat(store.asked().getFirst().path()).isEqualTo("/blob/1?key=2");
    }
    assertThat(folder.resolve("weights.bin")).hasBinaryContent(FILE);
  }

  @Test
  void doesNotRunInCircles() throws IOException {
    try (var hub = new FakeHub((_, asked) -> redirection(asked.path()))) {
      assertThatThrownBy(() -> download(hub, known()))
          .hasMessageEndingWith("leads on and on: more than 5 redirections.");
      assertThat(hub.asked()).hasSize(6);
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"file:///etc/passwd", "ftp://example.org/a", "", "http://[", "jar:file:a"})
  void followsNoRedirectionOutOfTheWeb(String location) throws IOException {
    try (var hub = new FakeHub((_, _) -> redirection(location))) {
      assertThatThrownBy(() -> download(hub, known()))
          .isInstanceOf(DownloadFailed.class)
          .hasMessageEndingWith("which is no safe address of a file.");
    }
  }

  @Test
  void neverFallsBackToAnOpenLine() {
    assertThatThrownBy(() -> Server.next(URI.create("https://a.example/b"), "http://a.example/b"))
        .isInstanceOf(DownloadFailed.class);
  }

  @Test
  void checksTheDiskBeforeItAsksForAnything() throws IOException {
    var huge =
        new CastFile(
            "weights", "owner/name", "main", "w.bin", OptionalLong.of(1L << 50), Optional.empty());
    try (var hub = new FakeHub((_, asked) -> rest(asked))) {
      assertThatThrownBy(() -> download(hub, huge))
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessageStartingWith("The download needs 1,125,900,006 MB of free disk, ");
      assertThat(hub.asked()).isEmpty();
    }
  }

  @Test
  void pinsWhatNobodyKnew() throws IOException {
    try (var hub = new FakeHub((_, asked) -> rest(asked))) {
      download(hub, unknown());
    }
    assertThat(folder.resolve("weights.bin.sha256")).hasContent(hash(FILE) + "  weights.bin\n");
    assertThat(DownloadPlan.of(cast(unknown()), folder).complete()).isTrue();
    Files.write(folder.resolve("weights.bin.sha256"), new byte[0]);
    assertThat(DownloadPlan.of(cast(unknown()), folder).complete()).isFalse();
  }

  @Test
  void checksWhatTheHubAnnounces() throws IOException {
    try (var store = new FakeHub((_, asked) -> rest(asked));
        var hub =
            new FakeHub(
                (_, _) ->
                    FakeHub.says(
                        "302 Found",
                        List.of(
                            "Location: " + store.mirror().base() + "/blob",
                            "X-Linked-ETag: \"%s\"".formatted("0".repeat(64))),
                        new byte[0]))) {
      assertThatThrownBy(() -> download(hub, unknown()))
          .hasMessageContaining("is not the file it should be");
    }
  }

  @Test
  void takesWhatNobodyKnowsOverNoOpenLine() {
    assertThatThrownBy(
            () ->
                CastDownload.run(
                    DownloadPlan.of(cast(unknown()), folder),
                    Mirror.parse("http://mirror.example"),
                    SHORT,
                    new Silent()))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("is taken from an address with https alone");
  }

  @Test
  void removesWhatItBrought() throws IOException {
    try (var hub = new FakeHub((_, asked) -> rest(asked))) {
      download(hub, known());
    }
    var mine = Files.writeString(folder.resolve("notes.txt"), "mine");
    assertThat(AddedCast.of(cast(known()), folder).remove()).isFalse();
    assertThat(folder.toFile().list()).containsExactly("notes.txt");
    Files.delete(mine);
    assertThat(AddedCast.of(cast(known()), folder).remove()).isTrue();
    assertThat(folder).doesNotExist();
  }

  private void download(FakeHub hub, CastFile file) throws IOException {
    var plan = DownloadPlan.of(cast(file), folder);
    CastDownload.run(plan, hub.mirror(), SHORT, new Silent());
  }

  private static final class Silent implements CastDownload.Listener {
    @Override
    public void received(CastFile file, long bytes) {}

    @Override
    public void finished(CastFile file, String sha256) {}
  }

  private static KnownCast cast(CastFile file) {
    return new KnownCast("test", "A test", "MIT", "https://example.org", List.of(file));
  }

  private static CastFile known() {
    return new CastFile(
        "weights",
        "owner/name",
        "main",
        "a/weights.bin",
        OptionalLong.of(FILE.length),
        Optional.of(hash(FILE)));
  }

  private static CastFile unknown() {
    return new CastFile(
        "weights", "owner/name", "main", "a/weights.bin", OptionalLong.empty(), Optional.empty());
  }

  private static byte[] dropped(int length) {
    return FakeHub.says("200 OK", WHOLE, Arrays.copyOf(FILE, length));
  }

  /** What an honest server answers. */
  private static byte[] rest(FakeHub.Asked asked) {
    int from = (int) asked.from();
    return from == 0
        ? FakeHub.says("200 OK", WHOLE, FILE)
        : FakeHub.says(
            "206 Partial Content",
            List.of(
                "Content-Length: " + (FILE.length - from),
                "Content-Range: bytes %d-%d/%d".formatted(from, FILE.length - 1, FILE.length),
                "ETag: \"one\""),
            Arrays.copyOfRange(FILE, from, FILE.length));
  }

  private static byte[] redirection(String to) {
    return FakeHub.says("302 Found", List.of("Location: " + to, "Content-Length: 0"), new byte[0]);
  }

  private static byte[] noise(int length, long seed) {
    byte[] bytes = new byte[length];
    new Random(seed).nextBytes(bytes);
    return bytes;
  }

  private static String hash(byte[] bytes) {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
