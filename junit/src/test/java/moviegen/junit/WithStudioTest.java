package moviegen.junit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.concurrent.CancellationException;
import moviegen.client.FilmOrder;
import moviegen.client.JobState;
import moviegen.client.JobStatus;
import moviegen.client.StudioClient;
import moviegen.client.StudioException;
import moviegen.media.Picture;
import moviegen.media.VideoReader;
import moviegen.serve.StudioServer;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@WithStudio
class WithStudioTest {
  private static final FilmOrder BALL =
      FilmOrder.of("a red ball bounces on a beach").withSeconds(1).withSteps(2).withSeed(7);

  @Test
  void makesAFilmThatPlays(StudioClient studio, @TempDir Path folder) {
    var film = studio.make(BALL);
    film.save(folder.resolve("ball.mp4"));
    var frames = VideoReader.read(folder.resolve("ball.mp4"));
    assertThat(frames.count()).isEqualTo(16);
    assertThat(film.recipe().path("seed").asLong()).isEqualTo(7);
  }

  @Test
  void makesTheSameFilmOfTheSameOrder(StudioClient studio) {
    assertThat(studio.make(BALL).bytes()).isEqualTo(studio.make(BALL).bytes());
    assertThat(studio.make(BALL.withSeed(8)).bytes()).isNotEqualTo(studio.make(BALL).bytes());
  }

  @Test
  void makesAPicture(StudioClient studio, @TempDir Path folder) {
    var file = folder.resolve("boat.png");
    studio.make(FilmOrder.picture("a blue boat at night").withSteps(2)).save(file);
    assertThat(Picture.read(file).width()).isEqualTo(128);
  }

  @Test
  void tellsHowFarAFilmHasCome(StudioClient studio) {
    var heard = new ArrayList<JobStatus>();
    studio.submit(BALL.withSteps(20)).observe(heard::add);
    assertThat(heard.getFirst().state()).isIn(JobState.QUEUED, JobState.RUNNING);
    assertThat(heard.getLast().state()).isEqualTo(JobState.COMPLETED);
    assertThat(heard).extracting(JobStatus::progress).isSorted();
  }

  @Test
  void cancelsAFilmThatIsBeingMade(StudioClient studio) {
    var job = studio.submit(BALL.withSteps(1_000));
    job.cancel();
    assertThatThrownBy(() -> job.await(Duration.ofSeconds(60)))
        .hasRootCauseInstanceOf(CancellationException.class);
    assertThat(job.status().state()).isEqualTo(JobState.CANCELED);
  }

  @Test
  void refusesInTheWordsOfTheCommandLine(StudioClient studio) {
    assertThatThrownBy(() -> studio.submit(BALL.withSeconds(99)))
        .isInstanceOf(StudioException.class)
        .hasMessage("A film lasts 1 to 16 seconds, got 99.");
  }

  @Test
  void listensOnThisMachineAlone(URI address, StudioServer server) {
    assertThat(address.getHost()).isEqualTo("127.0.0.1");
    assertThat(address.getPort()).isPositive().isEqualTo(server.port());
  }

  @Nested
  class Within {
    @Test
    void isTheSameStudio(StudioServer server, StudioClient studio) {
      assertThat(server.port()).isPositive();
      assertThat(studio.newest(1)).isNotNull();
    }
  }

  @Nested
  @WithStudio(steps = 3)
  class Quick {
    @Test
    void takesTheStepsOfItsAnnotation(StudioClient studio) {
      var order = FilmOrder.of("a red ball bounces on a beach").withSeconds(1);
      assertThat(studio.make(order).recipe().path("steps").asInt()).isEqualTo(3);
      assertThat(studio.make(order.withSteps(2)).recipe().path("steps").asInt()).isEqualTo(2);
    }
  }
}
