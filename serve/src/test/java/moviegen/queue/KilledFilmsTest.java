package moviegen.queue;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import moviegen.generate.Cast;
import moviegen.generate.FilmRecipe;
import moviegen.generate.FilmRequest;
import moviegen.generate.FrameSize;
import moviegen.generate.MiniatureCast;
import moviegen.media.VideoReader;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Real films by workers that are killed (SIGKILL) while they make them: by an untrained cast and
 * two times, or by {@code -Dmoviegen.cast=tiny} and {@code -Dmoviegen.kills=10} times.
 */
final class KilledFilmsTest {
  private static final int KILLS = Integer.getInteger("moviegen.kills", 2);
  private static final int FILMS = 4;
  private static final Duration PATIENCE = Duration.ofMinutes(5);

  @TempDir Path folder;
  @TempDir Path weights;

  @Test
  void makesEveryFilmOnceAndWhole() throws Exception {
    var cast = System.getProperty("moviegen.cast", weights.toString());
    if (cast.equals(weights.toString())) {
      MiniatureCast.write(weights);
    }
    var random = new Random(7);
    try (var place = Place.sqlite(folder)) {
      var ids =
          IntStream.range(0, FILMS)
              .mapToObj(i -> submit(place, i, Cast.named(cast).name()))
              .toList();
      for (int i = 0; i < KILLS; i++) {
        try (var _ = start(cast)) {
          awaitRunning(place);
          Thread.sleep(random.nextInt(3_000));
        }
      }
      try (var _ = start(cast)) {
        place.awaitIdle(PATIENCE);
      }
      assertThat(
              place.jobs().events(0, 100_000).stream()
                  .filter(event -> event.type() == JobEvent.Type.COMPLETED)
                  .map(JobEvent::job))
          .containsExactlyInAnyOrderElementsOf(ids);
      for (var id : ids) {
        requireWhole(place, place.jobs().find(id).orElseThrow());
      }
    }
  }

  private static String submit(Place place, int seed, String cast) {
    var request =
        FilmRequest.of("a red ball bounces")
            .withSize(new FrameSize(64, 64))
            .withSteps(20)
            .withSeed(seed);
    return place
        .jobs()
        .submit(NewJob.of("film", FilmRecipe.of(request).json()).withCast(cast))
        .id();
  }

  private WorkerProcess start(String cast) {
    return WorkerProcess.start(folder, folder.resolve("jobs.db").toString(), cast);
  }

  private static void awaitRunning(Place place) throws InterruptedException {
    var counts = place.jobs().counts();
    for (int i = 0; i < 400 && counts.getOrDefault(JobState.QUEUED, 0L) > 0; i++) {
      if (counts.getOrDefault(JobState.RUNNING, 0L) > 0) {
        return;
      }
      Thread.sleep(25);
      counts = place.jobs().counts();
    }
  }

  private void requireWhole(Place place, Job job) throws IOException {
    assertThat(job.outputs()).isEqualTo(List.of("film.mp4"));
    var copy = folder.resolve(job.id() + ".mp4");
    try (var in = place.jobs().outputs().open(job.key("film.mp4"))) {
      Files.copy(in, copy);
    }
    assertThat(VideoReader.read(copy).count()).isEqualTo(32);
  }
}
