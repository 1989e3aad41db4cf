package moviegen.client;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeoutException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StudioClientTest {
  private final ScriptedStudio studio = new ScriptedStudio();
  private final StudioClient client = StudioClient.at(studio.address(), "a-secret-of-sixteen");

  @AfterEach
  void close() {
    client.close();
    studio.close();
  }

  private static String job(String state, double progress, String more) {
    return "{\"id\":\"7\",\"job\":\"7\",\"state\":\"%s\",\"progress\":%s,\"stage\":\"sample\"%s}"
        .formatted(state, progress, more);
  }

  private static String event(String state, double progress) {
    return "id: 3\nevent: progress\ndata: %s\n\n: still here\n\n"
        .formatted(job(state, progress, ",\"seconds_left\":1.5"));
  }

  @Test
  void submitsWhatWasSaidAndNothingElse() {
    studio.at("/api/jobs", 201, job("queued", 0, ""));
    var submitted = client.submit(FilmOrder.of("a red ball").withSeed(7));
    assertThat(submitted.id()).isEqualTo("7");
    assertThat(studio.asked.getFirst())
        .startsWith("POST /api/jobs Bearer a-secret-of-sixteen {")
        .contains("\"prompt\":\"a red ball\"", "\"seed\":7")
        .doesNotContain("steps");
  }

  @Test
  void hearsEveryChangeUntilTheEnd() {
    studio
        .at("/api/jobs/7", 200, job("queued", 0, ""), job("completed", 1, ""))
        .at("/api/jobs/7/events", 200, event("running", 0.5) + event("completed", 1));
    var heard = new ArrayList<JobStatus>();
    var end = client.job("7").observe(heard::add);
    assertThat(heard)
        .extracting(JobStatus::state)
        .containsExactly(JobState.QUEUED, JobState.RUNNING, JobState.COMPLETED);
    assertThat(heard.get(1).left()).contains(Duration.ofMillis(1500));
    assertThat(end).isEqualTo(heard.getLast());
  }

  @Test
  void connectsAgainWhereTheStreamBreaks() {
    studio
        .at(
            "/api/jobs/7",
            200,
            job("queued", 0, ""),
            job("running", 0.5, ""),
            job("completed", 1, ""))
        .at("/api/jobs/7/events", 200, event("running", 0.2), event("completed", 1));
    assertThat(client.job("7").observe(_ -> {}).state()).isEqualTo(JobState.COMPLETED);
    assertThat(studio.asked).filteredOn(asked -> asked.contains("events")).hasSize(2);
  }

  @Test
  void savesAFilmWhenItIsFinished(@TempDir Path folder) throws IOException {
    studio
        .at("/api/jobs/7", 200, job("completed", 1, ""))
        .at("/api/jobs/7/events", 200, "")
        .at("/api/jobs/7/content", 200, "film");
    var film = client.job("7").await();
    film.save(folder.resolve("film.mp4"));
    assertThat(folder.resolve("film.mp4")).hasContent("film");
    assertThat(film.bytes()).asString(UTF_8).isEqualTo("film");
    try (var files = Files.list(folder)) {
      assertThat(files).hasSize(1);
    }
  }

  @Test
  void leavesNoFileOfAFilmThatIsNotThere(@TempDir Path folder) {
    studio
        .at("/api/jobs/7", 200, job("completed", 1, ""))
        .at("/api/jobs/7/events", 200, "")
        .at("/api/jobs/7/content", 404, "{\"detail\":\"There is no job \\\"7\\\".\"}");
    var film = client.job("7").await();
    assertThatThrownBy(() -> film.save(folder.resolve("film.mp4")))
        .isInstanceOf(StudioException.class)
        .hasMessage("There is no job \"7\".");
    assertThat(folder).isEmptyDirectory();
  }

  @Test
  void throwsTheStudiosSentenceWhenAFilmFails() {
    studio
        .at("/api/jobs/7", 200, job("failed", 0.5, ",\"error\":\"The disk is full.\""))
        .at("/api/jobs/7/events", 200, "");
    assertThatThrownBy(() -> client.job("7").await(Duration.ofSeconds(20)))
        .isInstanceOf(StudioException.class)
        .hasMessage("The disk is full.");
  }

  @Test
  void throwsWhenAFilmWasCanceled() {
    studio
        .at("/api/jobs/7", 200, job("canceled", 0.5, ""))
        .at("/api/jobs/7/events", 200, "")
        .at("/api/jobs/7/cancel", 200, job("canceled", 0.5, ""));
    client.job("7").cancel();
    assertThat(studio.asked.getFirst()).startsWith("POST /api/jobs/7/cancel");
    assertThatThrownBy(() -> client.job("7").await()).isInstanceOf(CancellationException.class);
  }

  @Test
  void waitsNoLongerThanItIsTold() {
    studio
        .at("/api/jobs/7", 200, job("running", 0.5, ""))
        .at("/api/jobs/7/events", 200, event("running", 0.5));
    assertThatThrownBy(() -> client.job("7").await(Duration.ofMillis(200)))
        .isInstanceOf(CompletionException.class)
        .hasCauseInstanceOf(TimeoutException.class);
  }

  @Test
  void throwsTheStudiosSentenceWhenItRefuses() {
    studio.at("/api/jobs", 400, "{\"detail\":\"A film lasts 1 to 16 seconds, got 99.\"}");
    assertThatThrownBy(() -> client.submit(FilmOrder.of("a red ball").withSeconds(99)))
        .isInstanceOf(StudioException.class)
        .hasMessage("A film lasts 1 to 16 seconds, got 99.")
        .extracting(e -> ((StudioException) e).status())
        .isEqualTo(400);
  }

  @Test
  void refusesAnAddressThatIsNone() {
    assertThatThrownBy(() -> StudioClient.at(URI.create("ftp://example.org")))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("ftp://example.org");
  }
}
