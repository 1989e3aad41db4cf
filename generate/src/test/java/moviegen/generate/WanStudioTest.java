package moviegen.generate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import moviegen.wan.RandomWan;
import moviegen.wan.WanPart.Layout;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WanStudioTest {
  @TempDir static Path weights;
  @TempDir Path folder;

  private static Studio studio;

  private static final FilmRequest FILM =
      FilmRequest.of("a red ball bounces")
          .withSize(new FrameSize(80, 64))
          .withSeconds(1)
          .withSteps(4)
          .withGuidance(5);

  @BeforeAll
  static void open() {
    RandomWan.MINIATURE.write(weights, Layout.DIFFUSERS, _ -> {});
    studio = Studio.open(Cast.open(weights));
  }

  @AfterAll
  static void close() {
    studio.close();
  }

  @Test
  void makesAFilmOfOneFrameAndGroupsOfFour() {
    var film = studio.generate(FILM);
    assertThat(film.frames().count()).isEqualTo(17);
    assertThat(film.request().frames()).isEqualTo(17);
    assertThat(film.frames().width()).isEqualTo(80);
    assertThat(film.frames().height()).isEqualTo(64);
  }

  @ParameterizedTest
  @CsvSource({"1, 16, 17", "2, 16, 33", "5, 16, 81", "16, 16, 253", "1, 24, 25", "10.6, 24, 253"})
  void takesTheNearestLengthThatFits(double seconds, int fps, int frames) {
    var films = new WanFilms((WanCast) studio.cast());
    assertThat(films.fit(FILM.withSeconds(seconds).withFps(fps)).frames()).isEqualTo(frames);
  }

  @Test
  void makesAPictureOfOneFrame() {
    var request = ImageRequest.of("a blue ball").withSize(new FrameSize(64, 64)).withSteps(2);
    assertThat(studio.generate(request).frames().count()).isEqualTo(1);
  }

  @Test
  void makesTheSameFilmFromTheSameRequest() {
    assertThat(studio.generate(FILM).frames().pixels())
        .isEqualTo(studio.generate(FILM).frames().pixels());
  }

  @Test
  void plansBeforeItLoads() {
    var plan = studio.plan(FILM).orElseThrow();
    assertThat(plan.tokens()).isEqualTo(5 * 4 * 5);
    assertThat(plan.evaluations()).isEqualTo(8);
    assertThat(plan.sentences().getFirst()).startsWith("Plan: 100 tokens, 8 evaluations in ");
  }

  @Test
  void refusesAFilmThatTheMemoryDoesNotHold() {
    var memory = Map.of(Stage.SAMPLE, 9_000_000_000L, Stage.DECODE, 2_000_000_000L);
    assertThatThrownBy(() -> FilmPlan.check(memory, 4_000_000_000L))
        .hasMessage(
            "This film needs about 9.0 GB of memory at its height, 4.0 GB are free; smaller frames,"
                + " fewer seconds or --int8 need less.");
  }

  @Test
  void goesOnInTheMiddleOfSampling() {
    var out = new OutputFile(folder.resolve("ball.mp4"), false);
    stop(out, Stage.SAMPLE, 2);
    assertThat(Files.exists(out.latents())).isTrue();
    var unfinished = Unfinished.of(out.file()).orElseThrow();
    assertThat(FilmRecipe.request(unfinished.recipe()).steps()).isEqualTo(4);
    assertThat(Unfinished.in(folder)).containsExactly(unfinished);
    var steps = new ArrayList<Integer>();
    Film film;
    try (var again = Studio.open(unfinished.openCast())) {
      film =
          again.generate(
              FilmRecipe.request(unfinished.recipe()),
              out,
              progress -> {
                if (progress.stage() == Stage.SAMPLE && progress.done() > 0) {
                  steps.add(progress.done());
                }
              },
              new Cancel());
    }
    assertThat(steps).containsExactly(4);
    assertThat(film.frames().pixels()).isEqualTo(studio.generate(FILM).frames().pixels());
    assertThat(Files.exists(out.latents())).isFalse();
  }

  @Test
  void goesOnFromTheLatentsOfAnInterruptedDecoding() {
    var out = new OutputFile(folder.resolve("ball.mp4"), false);
    stop(out, Stage.DECODE, 5);
    var film = studio.generate(FILM, out, _ -> {}, new Cancel());
    assertThat(film.seconds()).doesNotContainKey(Stage.SAMPLE);
    assertThat(film.frames().pixels()).isEqualTo(studio.generate(FILM).frames().pixels());
  }

  private static void stop(OutputFile out, Stage stage, int done) {
    var cancel = new Cancel();
    assertThatThrownBy(
            () ->
                studio.generate(
                    FILM,
                    out,
                    progress -> {
                      if (progress.stage() == stage && progress.done() >= done) {
                        cancel.cancel();
                      }
                    },
                    cancel))
        .isInstanceOf(CancellationException.class);
  }

  @Test
  void carriesHowItsCastWasUsed() {
    var cast = (WanCast) Cast.open(weights);
    var options = new WanOptions(List.of(), false, 0.1, Optional.of(3.0));
    var recipe = FilmRecipe.of(FILM, cast.with(options), "1");
    assertThat(WanOptions.of(recipe, List.of())).isEqualTo(options);
  }
}
