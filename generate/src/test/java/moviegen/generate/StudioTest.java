package moviegen.generate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.concurrent.CancellationException;
import moviegen.media.Frames;
import moviegen.media.VideoReader;
import moviegen.provenance.Provenance;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StudioTest {
  @TempDir static Path castFolder;
  @TempDir Path folder;
  private static Studio studio;

  private static final FilmRequest FILM =
      FilmRequest.of("a red ball bounces").withSize(new FrameSize(80, 64)).withSteps(3);

  @BeforeAll
  static void open() {
    studio = Studio.open(MiniatureCast.write(castFolder));
  }

  @AfterAll
  static void close() {
    studio.close();
  }

  @Test
  void makesAFilmOfTheAskedShape() {
    var frames = studio.generate(FILM).frames();
    assertThat(frames.count()).isEqualTo(32);
    assertThat(frames.width()).isEqualTo(80);
    assertThat(frames.height()).isEqualTo(64);
    assertThat(frames.fps()).isEqualTo(16);
  }

  @Test
  void makesAPictureOfOneFrame() {
    var request = ImageRequest.of("a blue ball").withSize(new FrameSize(64, 64)).withSteps(2);
    assertThat(studio.generate(request).frames().count()).isEqualTo(1);
  }

  @Test
  void makesTheSameFilmFromTheSameRequest() {
    var first = studio.generate(FILM).frames().pixels();
    var second = studio.generate(FILM).frames().pixels();
    assertThat(second).isEqualTo(first);
  }

  @Test
  void makesAnotherFilmFromAnotherSeed() {
    var first = studio.generate(FILM).frames().pixels();
    var second = studio.generate(FILM.withSeed(2)).frames().pixels();
    assertThat(second).isNotEqualTo(first);
  }

  @Test
  void writesAFilmThatCarriesItsRequest() {
    var file = folder.resolve("ball.mp4");
    studio.generate(FILM, new OutputFile(file, false), _ -> {}, new Cancel());
    assertThat(VideoReader.read(file).count()).isEqualTo(32);
    assertThat(FilmRecipe.request(Provenance.of(file).orElseThrow())).isEqualTo(FILM);
    assertThat(Provenance.isMarked(file)).isTrue();
    assertThat(folder).isDirectoryNotContaining("glob:**.latents");
  }

  @Test
  void tellsHowFarItHasCome() {
    var heard = new ArrayList<Progress>();
    studio.generate(FILM, heard::add, new Cancel());
    assertThat(heard).extracting(Progress::stage).containsSubsequence(Stage.values());
    assertThat(heard).extracting(Progress::fraction).isSorted();
    assertThat(heard.getLast().fraction()).isEqualTo(1);
    assertThat(heard.getFirst().left().toMillis()).isPositive();
  }

  @Test
  void showsFirstLooksThatChangeNothing() {
    var seen = new ArrayList<Frames>();
    var onlooker =
        new Onlooker() {
          @Override
          public void hear(Progress progress) {}

          @Override
          public boolean watches() {
            return true;
          }

          @Override
          public void see(Frames frame) {
            seen.add(frame);
          }
        };
    var request = FILM.withSteps(10);
    var film = studio.generate(request, onlooker, new Cancel());
    assertThat(seen)
        .hasSize(7)
        .allSatisfy(
            frame -> {
              assertThat(frame.count()).isEqualTo(1);
              assertThat(frame.width()).isEqualTo(80);
              assertThat(frame.height()).isEqualTo(64);
            });
    assertThat(film.frames().pixels()).isEqualTo(studio.generate(request).frames().pixels());
  }

  @Test
  void stopsAtTheNextStepAndLeavesNoFilm() {
    var cancel = new Cancel();
    var out = new OutputFile(folder.resolve("stopped.mp4"), false);
    assertThatThrownBy(
            () ->
                studio.generate(
                    FILM,
                    out,
                    progress -> {
                      if (progress.stage() == Stage.SAMPLE) {
                        cancel.cancel();
                      }
                    },
                    cancel))
        .isInstanceOf(CancellationException.class);
    assertThat(folder).isEmptyDirectory();
  }

  @Test
  void goesOnFromTheLatentsOfAnInterruptedRun() {
    var file = folder.resolve("ball.mp4");
    var out = new OutputFile(file, false);
    var cancel = new Cancel();
    assertThatThrownBy(
            () ->
                studio.generate(
                    FILM,
                    out,
                    progress -> {
                      if (progress.stage() == Stage.DECODE) {
                        cancel.cancel();
                      }
                    },
                    cancel))
        .isInstanceOf(CancellationException.class);
    var film = studio.generate(FILM, out, _ -> {}, new Cancel());
    assertThat(film.seconds()).doesNotContainKey(Stage.SAMPLE);
    assertThat(film.frames().pixels()).isEqualTo(studio.generate(FILM).frames().pixels());
    assertThat(Files.exists(file)).isTrue();
  }

  @Test
  void refusesAFrameLargerThanItsCastHasLearned() {
    var request = FILM.withSize(new FrameSize(256, 64));
    assertThatThrownBy(() -> studio.generate(request))
        .hasMessage("This cast makes frames of at most 192x192, got 256x64.");
  }
}
