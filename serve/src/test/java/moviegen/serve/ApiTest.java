package moviegen.serve;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.BooleanNode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.StreamSupport;
import moviegen.media.VideoReader;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Our own routes; every answer is held against openapi.yaml. */
class ApiTest {
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

  private static String film() {
    return studio.finished("{\"prompt\":\"a red ball bounces\",\"seconds\":1}");
  }

  @Test
  void makesAFilmAndSaysWhereItIs() {
    var created =
        studio.post(
            "/api/jobs",
            "{\"prompt\":\"a red ball bounces\",\"aspect\":\"16:9\",\"seconds\":1,\"seed\":7}");
    assertThat(created.status()).isEqualTo(201);
    assertThat(created.header("Location")).startsWith("/api/jobs/");
    var job = studio.get("/api/jobs/" + studio.finishedJob(created.json().path("id").asText()));
    assertThat(job.json().path("state").asText()).isEqualTo("completed");
    assertThat(job.json().path("request").path("width").asInt()).isEqualTo(176);
    for (var link : job.json().path("links")) {
      if (!link.asText().endsWith("/events")) {
        assertThat(studio.get(link.asText()).status()).as(link.asText()).isEqualTo(200);
      }
    }
  }

  @Test
  void keepsWhatIsToBeHeard() {
    var order =
        "{\"prompt\":\"a ball\",\"seconds\":1,\"audio_prompt\":\"rain\",\"music\":false}";
    var request = studio.post("/api/jobs", order).json().path("request");
    assertThat(request.path("audio_prompt").asText()).isEqualTo("rain");
    assertThat(request.path("music")).isEqualTo(BooleanNode.FALSE);
    assertThat(request.has("silent")).isFalse();
  }

  @Test
  void givesTheRecipeThatTheFileCarries() {
    var recipe = studio.get("/api/jobs/" + film() + "/recipe").json();
    assertThat(recipe.path("prompt").asText()).isEqualTo("a red ball bounces");
    assertThat(recipe.path("frames").asInt()).isEqualTo(16);
  }

  @Test
  void givesAGifOfTheFilm() throws Exception {
    var gif = studio.get("/api/jobs/" + film() + "/gif?download=true");
    assertThat(gif.header("Content-Type")).isEqualTo("image/gif");
    assertThat(gif.header("Content-Disposition")).startsWith("attachment; filename=\"moviegen-");
    var file = folder.resolve("film.gif");
    Files.write(file, gif.bytes());
    assertThat(VideoReader.read(file).count()).isEqualTo(16);
  }

  @ParameterizedTest
  @CsvSource({
    "bytes=0-9, 0, 10",
    "bytes=5-, 5, -1",
    "bytes=-7, -7, 7",
    "bytes=10-1000000000, 10, -1"
  })
  void givesAPartOfAFile(String range, int first, int length) {
    String path = "/api/jobs/" + film() + "/content";
    var whole = studio.get(path).bytes();
    int start = first < 0 ? whole.length + first : first;
    int end = length < 0 ? whole.length : start + length;
    var part = studio.get(path, "Range", range);
    assertThat(part.status()).isEqualTo(206);
    assertThat(part.bytes()).isEqualTo(Arrays.copyOfRange(whole, start, end));
    assertThat(part.header("Content-Range"))
        .isEqualTo("bytes %d-%d/%d".formatted(start, end - 1, whole.length));
  }

  @Test
  void answersTheWholeWhereTheRangeIsNone() {
    String path = "/api/jobs/" + film() + "/content";
    assertThat(studio.get(path, "Range", "bytes=9-1").status()).isEqualTo(200);
    assertThat(studio.get(path, "Range", "lines=1-2").status()).isEqualTo(200);
    assertThat(studio.get(path, "Range", "bytes=0-1,3-4").status()).isEqualTo(200);
    assertThat(studio.get(path, "Range", "bytes=99999999-").status()).isEqualTo(416);
    String tag = studio.get(path).header("ETag");
    assertThat(studio.get(path, "If-None-Match", tag).status()).isEqualTo(304);
    assertThat(studio.get(path, "Range", "bytes=0-1", "If-Range", "\"other\"").status())
        .isEqualTo(200);
    assertThat(studio.method("HEAD", path).header("Content-Length")).isNotEqualTo("0");
  }

  @Test
  void cancelsAJobThatRuns() {
    String id = studio.post("/api/jobs", "{\"prompt\":\"a slow boat\"}").json().path("id").asText();
    assertThat(studio.method("POST", "/api/jobs/" + id + "/cancel").status()).isEqualTo(200);
    studio.finishedJob(id);
    assertThat(studio.get("/api/jobs/" + id).json().path("state").asText()).isEqualTo("canceled");
    assertThat(studio.get("/api/jobs/" + id + "/content").status()).isEqualTo(409);
  }

  @Test
  void deletesAndBringsBack() {
    String id = film();
    assertThat(studio.method("DELETE", "/api/jobs/" + id).json().path("deleted").asBoolean())
        .isTrue();
    assertThat(ids("/api/jobs?limit=100")).doesNotContain(id);
    assertThat(ids("/api/jobs?deleted=true&limit=100")).contains(id);
    assertThat(studio.get("/api/jobs/" + id + "/content").status()).isEqualTo(404);
    studio.method("POST", "/api/jobs/" + id + "/undelete");
    assertThat(ids("/api/jobs?limit=100")).contains(id);
    assertThat(studio.get("/api/jobs/" + id + "/content").status()).isEqualTo(200);
  }

  @Test
  void findsFavoritesAndWords() {
    String id = studio.finished("{\"prompt\":\"A Purple Rocket 100%\",\"seconds\":1}");
    studio.method("PUT", "/api/jobs/" + id + "/favorite");
    assertThat(ids("/api/jobs?favorite=true")).containsExactly(id);
    assertThat(ids("/api/jobs?search=rocket%20purple")).containsExactly(id);
    assertThat(ids("/api/jobs?search=100%25&kind=film&state=completed,failed")).contains(id);
    assertThat(ids("/api/jobs?search=nothing")).isEmpty();
    studio.method("DELETE", "/api/jobs/" + id + "/favorite");
    assertThat(ids("/api/jobs?favorite=true")).isEmpty();
  }

  private static List<String> ids(String path) {
    return StreamSupport.stream(studio.get(path).json().path("jobs").spliterator(), false)
        .map(job -> job.path("id").asText())
        .toList();
  }

  @Test
  void makesAFilmAgainAndVariesIt() {
    String id = film();
    var same = studio.method("POST", "/api/jobs/" + id + "/again").json().path("jobs");
    assertThat(same).hasSize(1);
    assertThat(same.get(0).path("request"))
        .isEqualTo(studio.get("/api/jobs/" + id).json().path("request"));
    assertThat(same.get(0).path("parent").asText()).isEqualTo(id);
    var others =
        studio.post("/api/jobs/" + id + "/again", "{\"seed\":5,\"count\":3}").json().path("jobs");
    assertThat(others)
        .extracting((JsonNode job) -> job.path("request").path("seed").asInt())
        .containsExactly(5, 6, 7);
  }

  @Test
  void saysWhichWordsAreUnknownAndWhere() {
    var check =
        studio
            .post("/api/prompts/check", "{\"prompt\":\"A Sloth jumps, two sloths sleep\"}")
            .json();
    var sloth = check.path("unknown").get(0);
    assertThat(sloth.path("word").asText()).isEqualTo("sloth");
    assertThat(sloth.path("nearest").asText()).isNotEmpty();
    assertThat(sloth.path("places"))
        .extracting((JsonNode place) -> place.path("start").asInt() + "-" + place.path("end"))
        .containsExactly("2-7");
  }

  @Test
  void saysHowLongItTakes() {
    var asked = "{\"prompt\":\"x\",\"seconds\":%d}";
    var two = studio.post("/api/forecast", asked.formatted(2)).json();
    var sixteen = studio.post("/api/forecast", asked.formatted(16)).json();
    assertThat(sixteen.path("seconds").asDouble()).isGreaterThan(two.path("seconds").asDouble());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{\"prompt\":\"\"} | The prompt is empty; say in a few words what the film is to show.",
        "{\"prompt\":\"x\",\"seconds\":17} | A film lasts 1 to 16 seconds, got 17.",
        "{\"prompt\":\"x\",\"fps\":25} | A film has 16 or 24 frames a second, got 25.",
        "{\"prompt\":\"x\",\"steps\":\"many\"} | steps takes a whole number, got \"many\".",
        "{\"prompt\":\"x\",\"cast\":\"huge\"} | There is no cast \"huge\" here; there is tiny.",
        "{\"prompt\":\"x\",\"kind\":\"opera\"} | A kind is film or image, got \"opera\".",
        "{\"prompt\":\"x\",\"priority\":1000} | A priority is -100 to 100, got 1000.",
        "{\"prompt\":\"x\",\"size\":\"1280x64\"} | This cast makes frames of at most 256x256, got"
            + " 1280x64.",
        "{\"prompt\":\"x\",\"silent\":\"perhaps\"} | silent takes true or false, got \"perhaps\".",
        "{\"prompt\":\"x\",\"silent\":true,\"music\":true} | A silent film has neither a prompt for"
            + " its sound nor music.",
        "[] | The body is no JSON object."
      })
  void refusesAWrongRequestInOneSentence(String json, String sentence) {
    var answer = studio.post("/api/jobs", json);
    assertThat(answer.status()).isEqualTo(400);
    assertThat(answer.header("Content-Type")).isEqualTo("application/problem+json");
    assertThat(answer.detail()).isEqualTo(sentence);
    assertThat(answer.json().path("error").path("message").asText()).isEqualTo(sentence);
  }

  @Test
  void namesAFieldThatItDoesNotKnow() {
    assertThat(studio.post("/api/jobs", "{\"prompt\":\"x\",\"colour\":\"red\"}").detail())
        .startsWith("There is no field \"colour\"; there are aspect, audio_prompt, cast, fps");
  }

  @Test
  void listsCastsWordsAndTheQueue() {
    assertThat(studio.get("/api/casts").json().path("casts").get(0).path("name").asText())
        .isEqualTo("tiny");
    assertThat(studio.get("/api/words").json().path("attributes")).isNotEmpty();
    assertThat(studio.get("/api/words?cast=tiny").json().path("cast").asText()).isEqualTo("tiny");
    assertThat(studio.get("/api/words?cast=nobody").detail())
        .isEqualTo("There is no cast \"nobody\" here; there is tiny.");
    assertThat(studio.get("/api/queue").status()).isEqualTo(200);
  }

  @Test
  void saysHowItIs() {
    assertThat(studio.get("/api/health").json().path("status").asText()).isEqualTo("ok");
    assertThat(studio.get("/api/ready").json().path("ready").asBoolean()).isTrue();
    assertThat(studio.get("/openapi.yaml").text()).startsWith("openapi: 3.0");
    assertThat(studio.get("/metrics").text())
        .contains("moviegen_jobs{state=\"queued\"}", "route=\"/api/health\"");
  }

  @Test
  void showsThePage() {
    var page = studio.get("/");
    assertThat(page.header("Content-Type")).startsWith("text/html");
    assertThat(page.header("Content-Security-Policy")).contains("default-src 'none'");
    assertThat(studio.get("/app/..%2f..%2fweb/index.html").status()).isBetween(400, 404);
    assertThat(studio.get("/app").status()).isEqualTo(404);
    assertThat(studio.get("/nothing.html").detail())
        .isEqualTo("There is nothing at /nothing.html.");
  }
}
