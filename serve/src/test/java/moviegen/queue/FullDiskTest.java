package moviegen.queue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A studio on a disk of six megabytes; it needs the right to mount one. */
final class FullDiskTest {
  private static final int FILM = 1_000_000;
  private static final JobKind LARGE =
      new JobKind("large", (_, work) -> work.put("film.mp4", new byte[FILM]));

  @TempDir Path folder;

  @BeforeEach
  void mount() throws Exception {
    assumeTrue(run("mount", "-t", "tmpfs", "-o", "size=6m", "tmpfs", folder.toString()));
  }

  @AfterEach
  void unmount() throws Exception {
    run("umount", folder.toString());
  }

  private static boolean run(String... command) throws InterruptedException {
    try {
      return new ProcessBuilder(command).inheritIO().start().waitFor() == 0;
    } catch (IOException _) {
      return false;
    }
  }

  @Test
  void failsTheJobsThatDoNotFitAndGoesOnWhenThereIsRoom() throws Exception {
    try (var place =
            Place.of(
                folder, Database.sqlite(folder.resolve("jobs.db")), new Quota(100, 1L << 40, 0));
        var _ = place.worker(LARGE)) {
      for (int i = 0; i < 8; i++) {
        place.jobs().submit(NewJob.of("large", ""));
      }
      place.awaitIdle(Duration.ofSeconds(30));
      var jobs = place.jobs().page(JobFilter.ALL, java.util.Optional.empty(), 10, false).jobs();
      var failed = jobs.stream().filter(job -> job.state() == JobState.FAILED).toList();
      assertThat(failed)
          .isNotEmpty()
          .allSatisfy(
              job -> assertThat(job.error().orElseThrow()).startsWith("The disk is full: "));
      assertThat(jobs).filteredOn(job -> job.state() == JobState.COMPLETED).hasSizeGreaterThan(2);
      try (var parts = Files.list(folder.resolve("films").resolve(".parts"))) {
        assertThat(parts).isEmpty();
      }
      place.jobs().delete(jobs.getFirst().id());
      assertThat(place.jobs().purge(Duration.ZERO)).isEqualTo(1);
      var id = place.jobs().submit(NewJob.of("large", "")).id();
      place.awaitIdle(Duration.ofSeconds(30));
      assertThat(place.jobs().find(id).orElseThrow().state()).isEqualTo(JobState.COMPLETED);
    }
  }

  @Test
  void refusesNewJobsBeforeTheDiskIsFull() {
    var quota = new Quota(100, 1L << 40, 100_000_000);
    try (var place = Place.of(folder, Database.sqlite(folder.resolve("jobs.db")), quota)) {
      assertThatThrownBy(() -> place.jobs().submit(NewJob.of("large", "")))
          .isInstanceOf(QuotaException.class)
          .hasMessageMatching(
              "The disk has \\d MB left and 100 MB have to stay free; make room\\.");
    }
  }
}
