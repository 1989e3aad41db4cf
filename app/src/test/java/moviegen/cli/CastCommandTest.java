package moviegen.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.json.JsonMapper;
import com.sun.net.httpserver.HttpServer;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import moviegen.generate.Cast;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CastCommandTest {
  private static final String WORDS = "{\"words\":[]}";

  @TempDir Path folder;
  private HttpServer hub;
  private final AtomicInteger asked = new AtomicInteger();
  private String mirror = "";
  private String known = "";

  @BeforeEach
  void open() throws IOException {
    System.setProperty("moviegen.data", folder.resolve("data").toString());
    hub = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    hub.createContext(
        "/owner/name/resolve/main/words.json",
        exchange -> {
          asked.incrementAndGet();
          exchange.sendResponseHeaders(200, WORDS.length());
          exchange.getResponseBody().write(WORDS.getBytes(UTF_8));
          exchange.close();
        });
    hub.start();
    mirror = "http://127.0.0.1:" + hub.getAddress().getPort();
    var list = folder.resolve("known.json");
    known = list.toString();
    Files.writeString(
        list,
        """
        [{"name": "small", "title": "A small one", "license": "MIT", "source": "https://a.example",
          "files": [{"part": "words", "repository": "owner/name", "revision": "main",
                     "path": "words.json", "size": 12}]}]
        """);
  }

  @AfterEach
  void close() {
    hub.stop(0);
    System.clearProperty("moviegen.data");
  }

  private Ran cast(String what, String... more) {
    var line = new ArrayList<>(List.of("cast", what));
    line.addAll(List.of(more));
    line.addAll(List.of("--known", known));
    return Ran.moviegen(line.toArray(String[]::new));
  }

  @Test
  void addsListsAndRemoves() throws IOException {
    var added = cast("add", "small", "--yes", "--mirror", mirror);
    assertThat(added.err()).contains("license  MIT", "12 bytes to download", "sha256 ");
    assertThat(added.code()).isZero();
    var place = folder.resolve("data/casts/small");
    assertThat(Cast.open(place).part("words").file()).hasContent(WORDS);
    assertThat(cast("add", "small", "--mirror", mirror).err())
        .isEqualToIgnoringNewLines("small is here already: " + place);
    var listed = new JsonMapper().readTree(cast("list", "--json").out()).path("casts");
    assertThat(listed.get(1).path("state").asText()).isEqualTo("here");
    assertThat(cast("remove", "small").code()).isZero();
    assertThat(place).doesNotExist();
    assertThat(cast("remove", "small"))
        .isEqualTo(new Ran(2, "", "The cast \"small\" is not here." + System.lineSeparator()));
  }

  @Test
  void asksForNothingBeforeItIsAllowedTo() {
    var in = System.in;
    try {
      System.setIn(new ByteArrayInputStream("n\n".getBytes(UTF_8)));
      var refused = cast("add", "small", "--mirror", mirror);
      assertThat(refused.code()).isEqualTo(2);
      assertThat(refused.err()).contains("Nothing was downloaded");
      assertThat(asked).hasValue(0);
      System.setIn(new ByteArrayInputStream("y\n".getBytes(UTF_8)));
      assertThat(cast("add", "small", "--mirror", mirror).code()).isZero();
      assertThat(asked).hasValue(1);
    } finally {
      System.setIn(in);
    }
  }

  @Test
  void saysInOneSentenceWhatFailed() {
    assertThat(cast("add", "nothing", "--yes"))
        .isEqualTo(
            new Ran(
                2,
                "",
                "No cast \"nothing\" can be downloaded; there is small." + System.lineSeparator()));
    assertThat(cast("add", "small", "--yes", "--mirror", "nowhere").err())
        .startsWith("A mirror is an address such as https://mirror.example, got \"nowhere\".");
  }
}
