package moviegen.serve;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Base64;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AccessTest {
  private static final String TOKEN = "correct-horse-battery";

  @TempDir Path data;

  @ParameterizedTest
  @ValueSource(strings = {"0.0.0.0", "192.0.2.1", "::"})
  void isNotOpenedToOthersWithoutAToken(String host) {
    assertThatThrownBy(() -> StudioSettings.local(data).withHost(host))
        .hasMessage("At %s others reach this studio too, so it needs --token.", host);
  }

  @Test
  void refusesATokenThatIsGuessed() {
    assertThatThrownBy(() -> StudioSettings.local(data).withToken("secret"))
        .hasMessageContaining("A token has at least 16 letters, digits and signs");
  }

  @Test
  void asksForTheTokenWhereverItIsReached() throws Exception {
    try (var studio =
        OpenStudio.in(data, settings -> settings.withToken(TOKEN).withHost("0.0.0.0"))) {
      for (var address : Addresses.ofThisMachine()) {
        for (var route : Routes.ALL) {
          var answer = Raw.ask(address, studio.server().port(), route.method(), route.path(), "");
          assertThat(answer)
              .as("%s %s at %s", route.method(), route.path(), address)
              .startsWith("HTTP/1.1 401 ");
        }
        assertThat(Raw.ask(address, studio.server().port(), "GET", "/", bearer(TOKEN)))
            .startsWith("HTTP/1.1 200 ");
      }
    }
  }

  private static String bearer(String token) {
    return "Authorization: Bearer " + token + "\r\n";
  }

  @Test
  void takesTheTokenAsAPasswordToo() {
    try (var studio = OpenStudio.in(data, settings -> settings.withToken(TOKEN))) {
      assertThat(studio.get("/api/health").status()).isEqualTo(401);
      assertThat(studio.get("/api/health").header("WWW-Authenticate")).contains("Basic");
      assertThat(studio.get("/api/health", "Authorization", basic("me:" + TOKEN)).status())
          .isEqualTo(200);
      for (var wrong : new String[] {TOKEN + "x", TOKEN.substring(1), "", " "}) {
        assertThat(studio.get("/api/health", "Authorization", basic("me:" + wrong)).status())
            .isEqualTo(401);
        assertThat(studio.get("/api/health", "Authorization", "Bearer " + wrong).status())
            .isEqualTo(401);
      }
    }
  }

  private static String basic(String pair) {
    return "Basic " + Base64.getEncoder().encodeToString(pair.getBytes(StandardCharsets.UTF_8));
  }

  @Test
  void isNotFoundUnderAForeignName() throws Exception {
    try (var studio = OpenStudio.in(data)) {
      int port = studio.server().port();
      for (var host :
          new String[] {"evil.example", "evil.example:" + port, "127.0.0.1.evil.example", ""}) {
        assertThat(Raw.askAs("127.0.0.1", port, "GET", "/api/jobs", host, ""))
            .containsPattern("^HTTP/1.1 40[03] ");
      }
      for (var host : new String[] {"localhost", "127.0.0.1:" + port, "[::1]:" + port}) {
        assertThat(Raw.askAs("127.0.0.1", port, "GET", "/api/jobs", host, ""))
            .startsWith("HTTP/1.1 200 ");
      }
    }
  }

  @Test
  void letsNoForeignPageChangeAnything() {
    try (var studio = OpenStudio.in(data)) {
      var form = "application/x-www-form-urlencoded";
      for (var headers :
          new String[][] {
            {"Origin", "https://evil.example"},
            {"Origin", "null"},
            {"Origin", "http://localhost:1"},
            {"Sec-Fetch-Site", "cross-site"}
          }) {
        var answer =
            studio.send(
                "POST",
                "/v1/videos",
                BodyPublishers.ofString("prompt=x"),
                "Content-Type",
                form,
                headers[0],
                headers[1]);
        assertThat(answer.status()).as(String.join(" ", headers)).isEqualTo(403);
        assertThat(answer.header("Access-Control-Allow-Origin")).isEmpty();
      }
      var own = studio.server().address().toString();
      assertThat(studio.post("/api/prompts/check", "{\"prompt\":\"x\"}", "Origin", own).status())
          .isEqualTo(200);
    }
  }

  @Test
  void letsAnAllowedPageIn() {
    var page = "https://page.example";
    try (var studio = OpenStudio.in(data, settings -> settings.withOrigins(Set.of(page)))) {
      var preflight =
          studio.method(
              "OPTIONS", "/api/jobs", "Origin", page, "Access-Control-Request-Method", "POST");
      assertThat(preflight.status()).isEqualTo(204);
      assertThat(preflight.header("Access-Control-Allow-Origin")).isEqualTo(page);
      var answer = studio.post("/api/prompts/check", "{\"prompt\":\"x\"}", "Origin", page);
      assertThat(answer.status()).isEqualTo(200);
      assertThat(answer.header("Access-Control-Allow-Origin")).isEqualTo(page);
      var other = studio.get("/api/jobs", "Origin", "https://other.example");
      assertThat(other.header("Access-Control-Allow-Origin")).isEmpty();
    }
  }
}
