package moviegen.queue;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class WorkerTest {
  private static final Duration PATIENCE = Duration.ofSeconds(20);

  @TempDir Path folder;

  @Test
  void doesAllJobsAndListsTheirFiles() throws Exception {
    try (var place = Place.sqlite(folder);
        var _ = place.worker(Waits.KIND)) {
      var ids = place.jobs().submit(List.of(Waits.job(20), Waits.job(1))).stream().map(Job::id);
      place.awaitIdle(PATIENCE);
      assertThat(ids.map(id -> place.jobs().find(id).orElseThrow()))
          .allSatisfy(
              job -> {
                assertThat(job.state()).isEqualTo(JobState.COMPLETED);
                assertThat(job.outputs()).containsExactly("waited.txt");
                assertThat(job.progress()).isEqualTo(1);
                assertThat(place.jobs().outputs().size(job.key("waited.txt")))
                    .hasValue(job.bytes());
              });
      assertThat(folder.resolve("work"))
          .satisfiesAnyOf(
              work -> assertThat(work).doesNotExist(), work -> assertThat(work).isEmptyDirectory());
    }
  }

  @Test
  void saysInOneSentenceWhyAJobHasFailed() throws Exception {
    var wrong =
        new JobKind(
            "wrong",
            (_, work) -> {
              work.put("half.txt", new byte[3]);
              throw new IllegalArgumentException("The moon is not made of cheese.\nAt all.");
            });
    var full =
        new JobKind(
            "full",
            (_, _) -> {
              throw new UncheckedIOException(new java.io.IOException("No space left on device"));
            });
    try (var place = Place.sqlite(folder);
        var _ = place.worker(wrong, full)) {
      var first = place.jobs().submit(NewJob.of("wrong", "")).id();
      var second = place.jobs().submit(NewJob.of("full", "")).id();
      place.awaitIdle(PATIENCE);
      var failed = place.jobs().find(first).orElseThrow();
      assertThat(failed.error()).contains("The moon is not made of cheese.");
      assertThat(failed.outputs()).isEmpty();
      assertThat(place.jobs().outputs().size(failed.key("half.txt"))).isEmpty();
      assertThat(place.jobs().find(second).orElseThrow().error())
          .contains("The disk is full: No space left on device");
    }
  }

  @Test
  void stopsACanceledJobSoon() throws Exception {
    try (var place = Place.sqlite(folder);
        var worker = place.worker(Waits.KIND)) {
      var id = place.jobs().submit(Waits.job(60_000)).id();
      awaitStart(worker);
      place.jobs().cancel(id);
      place.awaitIdle(Duration.ofSeconds(10));
      assertThat(place.jobs().find(id).orElseThrow().state()).isEqualTo(JobState.CANCELED);
    }
  }

  @Test
  void handsBackItsJobWhenItIsClosed() throws Exception {
    try (var place = Place.sqlite(folder)) {
      var id = place.jobs().submit(Waits.job(60_000)).id();
      try (var worker = place.worker(Waits.KIND)) {
        awaitStart(worker);
      }
      var job = place.jobs().find(id).orElseThrow();
      assertThat(job.state()).isEqualTo(JobState.QUEUED);
      assertThat(job.attempt()).isZero();
    }
  }

  @Test
  void keepsItsLeaseWhileAHandlerIsSilent() throws Exception {
    var release = new CountDownLatch(1);
    var silent =
        new JobKind(
            "silent",
            (_, work) -> {
              await(release);
              work.put("done.txt", new byte[1]);
            });
    try (var place = Place.sqlite(folder);
        var _ = place.worker(silent)) {
      var id = place.jobs().submit(NewJob.of("silent", "")).id();
      Thread.sleep(Place.QUICK.lease().multipliedBy(2));
      release.countDown();
      place.awaitIdle(PATIENCE);
      var job = place.jobs().find(id).orElseThrow();
      assertThat(job.state()).isEqualTo(JobState.COMPLETED);
      assertThat(job.attempt()).isEqualTo(1);
    }
  }

  @Test
  void goesOnWithWhatAnEarlierAttemptHasKept() throws Exception {
    var keeping =
        new JobKind(
            "keeping",
            (job, work) -> {
              var kept = work.folder().resolve("kept");
              if (job.fence() == 1) {
                write(kept);
                work.stop(Work.Stop.HANDED_BACK);
                work.cancel().check();
              }
              work.put("kept.txt", kept);
            });
    try (var place = Place.sqlite(folder);
        var _ = place.worker(keeping)) {
      var id = place.jobs().submit(NewJob.of("keeping", "")).id();
      place.awaitIdle(PATIENCE);
      assertThat(place.jobs().find(id).orElseThrow().state()).isEqualTo(JobState.COMPLETED);
    }
  }

  private static void write(Path file) {
    try {
      Files.writeString(file, "latents");
    } catch (java.io.IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void await(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private static void awaitStart(Worker worker) throws InterruptedException {
    for (int i = 0; i < 200 && worker.job().isEmpty(); i++) {
      Thread.sleep(20);
    }
    assertThat(worker.job()).isPresent();
  }
}
