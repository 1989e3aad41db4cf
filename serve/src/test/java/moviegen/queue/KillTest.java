package moviegen.queue;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Workers that are killed (SIGKILL) in the middle of their jobs. */
final class KillTest {
  private static final Duration PATIENCE = Duration.ofMinutes(1);

  @TempDir Path folder;

  @Test
  void losesNoJobThoughItsWorkerIsKilledAtTenDifferentMoments() throws Exception {
    try (var place = Place.sqlite(folder)) {
      var jobs = Arrays.stream(Moment.values()).map(moment -> place.jobs().submit(moment.job()));
      var ids = jobs.map(Job::id).toList();
      for (var moment : Moment.values()) {
        try (var worker = start()) {
          worker.await(Moment.HERE);
          if (moment == Moment.CANCELED) {
            place.jobs().cancel(ids.get(moment.ordinal()));
          }
        }
      }
      try (var _ = start()) {
        place.awaitIdle(PATIENCE);
        awaitEmpty(place.folder().resolve("work"));
      }
      for (var moment : Moment.values()) {
        var job = place.jobs().find(ids.get(moment.ordinal())).orElseThrow();
        boolean canceled = moment == Moment.CANCELED;
        assertThat(job.state()).isEqualTo(canceled ? JobState.CANCELED : JobState.COMPLETED);
        assertThat(job.attempt()).isEqualTo(canceled ? 1 : 2);
      }
      requireWholeAndOnce(place);
      requireNoOtherFiles(place);
    }
  }

  @Test
  void losesNoJobThoughWorkersAreKilledAtAnyTime() throws Exception {
    var random = new Random(5);
    try (var place = Place.sqlite(folder)) {
      for (int i = 0; i < 60; i++) {
        place.jobs().submit(Waits.job(20 + random.nextInt(100)));
      }
      for (int i = 0; i < 3; i++) {
        try (var _ = start()) {
          Thread.sleep(50 + random.nextInt(600));
        }
      }
      try (var _ = start();
          var _ = start()) {
        place.awaitIdle(PATIENCE);
      }
      assertThat(place.jobs().counts()).containsEntry(JobState.COMPLETED, 60L);
      requireWholeAndOnce(place);
    }
  }

  private static void awaitEmpty(Path folder) throws IOException, InterruptedException {
    for (int i = 0; i < 100; i++) {
      try (var files = Files.list(folder)) {
        if (files.findAny().isEmpty()) {
          return;
        }
      }
      Thread.sleep(50);
    }
  }

  private WorkerProcess start() {
    return WorkerProcess.start(folder, folder.resolve("jobs.db").toString());
  }

  /** No job was done twice, and the files that jobs list are whole. */
  private static void requireWholeAndOnce(Place place) {
    assertThat(
            place.jobs().events(0, 100_000).stream()
                .filter(event -> event.type() == JobEvent.Type.COMPLETED)
                .map(JobEvent::job))
        .doesNotHaveDuplicates();
    for (var job : all(place)) {
      var outputs = place.jobs().outputs();
      assertThat(job.outputs())
          .allSatisfy(name -> assertThat(outputs.size(job.key(name))).isPresent());
      assertThat(
              job.outputs().stream().mapToLong(name -> outputs.size(job.key(name)).orElse(0)).sum())
          .isEqualTo(job.bytes());
    }
  }

  private static List<Job> all(Place place) {
    return place.jobs().page(JobFilter.ALL, Optional.empty(), 1_000, true).jobs();
  }

  private static void requireNoOtherFiles(Place place) throws IOException {
    var listed = all(place).stream().flatMap(job -> job.outputs().stream().map(job::key)).toList();
    var films = place.folder().resolve("films");
    try (var files = Files.walk(films)) {
      assertThat(
              files
                  .filter(Files::isRegularFile)
                  .map(file -> films.relativize(file).toString())
                  .filter(name -> !name.startsWith(".parts")))
          .containsExactlyInAnyOrderElementsOf(listed);
    }
    assertThat(place.folder().resolve("work")).isEmptyDirectory();
  }
}
