package moviegen.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import moviegen.generate.MiniatureCast;
import moviegen.media.VideoReader;
import moviegen.queue.Job;
import moviegen.queue.JobEvent;
import moviegen.queue.JobFilter;
import moviegen.queue.Quota;
import moviegen.queue.Workplace;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The studio itself, its server and its worker, killed (SIGKILL) at ten moments of its jobs. */
final class KilledStudioTest {
  private static final int CLIENTS = 4;

  /** Where a job stands when the studio is killed. */
  private enum Moment {
    ACCEPTED,
    STARTED,
    READING,
    SAMPLING,
    SEEN,
    HALFWAY,
    DECODING,
    WRITING,
    CANCELING,
    COMPLETED;

    boolean reachedBy(JsonNode event) {
      var type = event.path("type").asText();
      var stage = event.path("stage").asText();
      return switch (this) {
        case ACCEPTED -> true;
        case STARTED -> type.equals("started");
        case READING -> stage.equals("text");
        case SAMPLING -> stage.equals("sample");
        case SEEN -> type.equals("preview");
        case HALFWAY -> event.path("progress").asDouble() >= 0.5;
        case DECODING -> stage.equals("decode");
        case WRITING -> stage.equals("write");
        case CANCELING -> type.equals("canceling");
        case COMPLETED -> type.equals("completed");
      };
    }
  }

  @TempDir Path folder;
  @TempDir Path weights;
  private final Set<String> accepted = ConcurrentHashMap.newKeySet();

  @Test
  @Timeout(value = 30, unit = TimeUnit.MINUTES)
  void losesNoJobAndDoesNoneTwice() throws Exception {
    MiniatureCast.write(weights);
    var killed = new EnumMap<Moment, String>(Moment.class);
    for (var moment : Moment.values()) {
      var studio = StudioProcess.start(folder, weights);
      try {
        killed.put(moment, moment == Moment.ACCEPTED ? many(studio) : until(moment, studio));
      } finally {
        studio.kill();
      }
    }
    try (var studio = StudioProcess.start(folder, weights)) {
      awaitIdle(studio);
    }
    try (var place = Workplace.open(StudioProcess.data(folder), Optional.empty(), Quota.STANDARD)) {
      var jobs = place.jobs().page(JobFilter.ALL, Optional.empty(), 1_000, false).jobs();
      assertThat(jobs).extracting(Job::id).containsAll(accepted);
      for (var job : jobs) {
        requireEnded(job, job.id().equals(killed.get(Moment.CANCELING)));
        requireWhole(place, job);
      }
      assertThat(place.jobs().events(0, 100_000))
          .filteredOn(event -> event.type() == JobEvent.Type.COMPLETED)
          .extracting(JobEvent::job)
          .doesNotHaveDuplicates();
      requireNoOtherFiles(place, jobs);
    }
  }

  /** Posts jobs from several clients at once, until some are accepted and others on their way. */
  private String many(StudioProcess studio) throws InterruptedException {
    var some = new CountDownLatch(2 * CLIENTS);
    for (int i = 0; i < CLIENTS; i++) {
      Thread.startVirtualThread(
          () -> {
            while (studio.process().isAlive()) {
              try {
                submit(studio, 2, -1);
                some.countDown();
              } catch (IOException | InterruptedException _) {
                return;
              }
            }
          });
    }
    assertThat(some.await(2, TimeUnit.MINUTES)).isTrue();
    return "";
  }

  /** Posts a job and follows it to a moment; its id. */
  private String until(Moment moment, StudioProcess studio)
      throws IOException, InterruptedException {
    try (var events = studio.events()) {
      var id = submit(studio, 60, 0);
      for (var event : (Iterable<JsonNode>) events::iterator) {
        if (!event.path("job").asText().equals(id)) {
          continue;
        }
        if (moment.reachedBy(event)) {
          return id;
        }
        if (moment == Moment.CANCELING && Moment.HALFWAY.reachedBy(event)) {
          studio.post("/api/jobs/" + id + "/cancel", "{}");
        }
        assertThat(event.path("state").asText()).as(moment.name()).isIn("queued", "running");
      }
    }
    throw new AssertionError("The events ended before " + moment);
  }

  private String submit(StudioProcess studio, int steps, int priority)
      throws IOException, InterruptedException {
    var order =
        """
        {"prompt": "a red ball bounces", "size": "64x64", "seconds": 1, "steps": %d, "priority": %d}
        """
            .formatted(steps, priority);
    var id = studio.post("/api/jobs", order).path("id").asText();
    assertThat(id).isNotEmpty();
    accepted.add(id);
    return id;
  }

  private static void awaitIdle(StudioProcess studio) throws IOException, InterruptedException {
    for (int i = 0; i < 1_200; i++) {
      var queue = studio.get("/api/queue");
      if (queue.path("queued").asInt() + queue.path("running").asInt() == 0) {
        return;
      }
      Thread.sleep(100);
    }
    throw new AssertionError("still busy");
  }

  private static void requireEnded(Job job, boolean canceled) {
    switch (job.state()) {
      case COMPLETED -> assertThat(job.outputs()).containsExactly("film.mp4");
      case FAILED -> assertThat(job.error()).isPresent();
      case CANCELED -> assertThat(canceled).isTrue();
      case QUEUED, RUNNING -> throw new AssertionError("not ended: " + job);
    }
  }

  private void requireWhole(Workplace place, Job job) throws IOException {
    for (var name : job.outputs()) {
      var copy = folder.resolve(job.id() + "-" + name);
      try (var in = place.jobs().outputs().open(job.key(name))) {
        Files.copy(in, copy);
      }
      assertThat(Files.size(copy)).isEqualTo(job.bytes());
      assertThat(VideoReader.read(copy).count()).isEqualTo(16);
    }
  }

  private static void requireNoOtherFiles(Workplace place, List<Job> jobs) throws IOException {
    var listed = jobs.stream().flatMap(job -> job.outputs().stream().map(job::key)).toList();
    var outputs = place.data().resolve("outputs");
    try (var files = Files.walk(outputs)) {
      assertThat(
              files
                  .filter(Files::isRegularFile)
                  .map(file -> outputs.relativize(file).toString())
                  .filter(name -> !name.startsWith(".parts")))
          .containsExactlyInAnyOrderElementsOf(listed);
    }
    assertThat(place.data().resolve("work")).isEmptyDirectory();
  }
}
