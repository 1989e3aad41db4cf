package moviegen.queue;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import moviegen.generate.Cast;
import moviegen.generate.FilmRecipe;
import moviegen.generate.FilmRequest;
import moviegen.generate.FrameSize;
import moviegen.generate.ImageRequest;
import moviegen.generate.MiniatureCast;
import moviegen.generate.Request;
import moviegen.media.VideoReader;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class FilmMakerTest {
  private static final Duration PATIENCE = Duration.ofMinutes(1);
  private static final FilmRequest FILM =
      FilmRequest.of("a red ball bounces").withSize(new FrameSize(64, 64)).withSteps(8);

  @TempDir static Path weights;
  @TempDir Path folder;
  private static Cast cast;

  @BeforeAll
  static void write() {
    cast = MiniatureCast.write(weights);
  }

  private static NewJob job(String kind, Request request) {
    return NewJob.of(kind, FilmRecipe.of(request).json()).withCast("miniature");
  }

  @Test
  void makesFilmsAndPictures() throws Exception {
    try (var place = Place.sqlite(folder);
        var maker = new FilmMaker(List.of(cast));
        var _ = place.worker(maker.kinds())) {
      var image = ImageRequest.of("a red ball").withSize(new FrameSize(64, 64)).withSteps(2);
      var film = place.jobs().submit(job("film", FILM)).id();
      var picture = place.jobs().submit(job("image", image)).id();
      place.awaitIdle(PATIENCE);
      var made = place.jobs().find(film).orElseThrow();
      assertThat(made.error()).isEmpty();
      assertThat(made.outputs()).containsExactly("film.mp4");
      var file = folder.resolve("copy.mp4");
      try (var in = place.jobs().outputs().open(made.key("film.mp4"))) {
        Files.copy(in, file);
      }
      assertThat(VideoReader.read(file).count()).isEqualTo(32);
      assertThat(place.jobs().find(picture).orElseThrow().outputs()).containsExactly("image.png");
    }
  }

  @Test
  void tellsWhatIsDoneStageByStage() throws Exception {
    try (var place = Place.sqlite(folder);
        var maker = new FilmMaker(List.of(cast));
        var _ = place.worker(maker.kinds())) {
      place.jobs().submit(job("film", FILM));
      place.awaitIdle(PATIENCE);
      var events = place.jobs().events(0, 1_000);
      assertThat(events).extracting(JobEvent::type).contains(JobEvent.Type.PREVIEW);
      var told = events.stream().filter(event -> event.type() == JobEvent.Type.PROGRESS).toList();
      assertThat(told)
          .extracting(JobEvent::stage)
          .containsSubsequence("load", "text", "sample", "decode", "write");
      assertThat(told).extracting(JobEvent::progress).isSorted();
      assertThat(told.getFirst().left()).isPresent();
    }
  }

  @Test
  void failsWithASentenceWhereTheCastCannotMakeIt() throws Exception {
    try (var place = Place.sqlite(folder);
        var maker = new FilmMaker(List.of(cast));
        var _ = place.worker(maker.kinds())) {
      var id = place.jobs().submit(job("film", FILM.withSize(new FrameSize(256, 64)))).id();
      place.awaitIdle(PATIENCE);
      assertThat(place.jobs().find(id).orElseThrow().error())
          .contains("This cast makes frames of at most 192x192, got 256x64.");
    }
  }

  @Test
  void goesOnFromTheFilmThatAnEarlierAttemptHasFinished() throws IOException, InterruptedException {
    try (var place = Place.sqlite(folder);
        var maker = new FilmMaker(List.of(cast))) {
      var id = place.jobs().submit(job("film", FILM)).id();
      var kept = Files.createDirectories(folder.resolve("work").resolve(id));
      Files.writeString(kept.resolve("film.mp4"), "finished");
      try (var _ = place.worker(maker.kinds())) {
        place.awaitIdle(PATIENCE);
      }
      var job = place.jobs().find(id).orElseThrow();
      assertThat(job.bytes()).isEqualTo("finished".length());
      assertThat(kept).doesNotExist();
    }
  }
}
