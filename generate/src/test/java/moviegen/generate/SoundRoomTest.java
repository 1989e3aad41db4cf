package moviegen.generate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Optional;
import moviegen.flow.StepListener;
import moviegen.media.AudioReader;
import moviegen.media.Frames;
import moviegen.media.Samples;
import moviegen.provenance.Provenance;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SoundRoomTest {
  @TempDir static Path castFolder;
  @TempDir Path folder;
  private static Cast cast;

  private static final SoundRequest REQUEST = new SoundRequest(SoundWish.FITTING, 2, 3, 3, 1);

  @BeforeAll
  static void write() {
    cast = MiniatureCast.writeWithSound(castFolder);
  }

  private static Frames film(int frames, double fps) {
    var film = Frames.black(frames, 48, 80, fps);
    for (int i = 0; i < film.pixels().capacity(); i++) {
      film.pixels().put(i, (byte) (i % 251 * (i / 999)));
    }
    return film;
  }

  private static Samples made(SoundRequest request, Frames film, int samples) {
    try (var room = SoundRoom.open(cast)) {
      return room.whole(request, Optional.of(film), samples, StepListener.NONE);
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 1919, 1920, 1921, 48_000, 132_001})
  void isAsLongAsAskedToTheSample(int samples) {
    assertThat(made(REQUEST, film(8, 16), samples).length()).isEqualTo(samples);
  }

  @Test
  void isTheSameFromTheSameSeedAndAnotherFromAnother() {
    var first = made(REQUEST, film(16, 24), 30_000);
    assertThat(made(REQUEST, film(16, 24), 30_000).values()).isEqualTo(first.values());
    var other = new SoundRequest(SoundWish.FITTING, 2, 3, 3, 2);
    assertThat(made(other, film(16, 24), 30_000).values()).isNotEqualTo(first.values());
  }

  private static SoundRequest bySegments() {
    return new SoundRequest(SoundWish.FITTING, 2, 3, 3, 1, Extension.SEGMENTS);
  }

  @Test
  void withinAWindowBothWaysToExtendAreOne() {
    var film = film(12, 16);
    assertThat(made(bySegments(), film, 40_000).values())
        .isEqualTo(made(REQUEST, film, 40_000).values());
  }

  @Test
  void goesOnSegmentBySegment() {
    var film = film(48, 16);
    var sound = made(bySegments(), film, 144_000);
    assertThat(sound.length()).isEqualTo(144_000);
    assertThat(sound.values()).isNotEqualTo(made(REQUEST, film, 144_000).values());
  }

  @Test
  void isMadeForAFilmOfOneFrame() {
    assertThat(made(REQUEST, film(1, 24), 2000).values()).isNotEqualTo(new float[2000]);
  }

  @Test
  void aFilmHasSoundAsLongAsItsPicturesAndSaysHowItWasMade() {
    var file = folder.resolve("ball.mp4");
    var request =
        FilmRequest.of("a red ball")
            .withSize(new FrameSize(64, 64))
            .withSteps(2)
            .withFps(24)
            .withSeconds(1.5)
            .withSound(new SoundWish(false, Optional.of("a bell"), Optional.of(true)));
    var heard = new ArrayList<Stage>();
    try (var studio = Studio.open(cast)) {
      studio.generate(
          request,
          new OutputFile(file, false),
          progress -> heard.add(progress.stage()),
          new Cancel());
    }
    assertThat(AudioReader.read(file).length()).isEqualTo(72_000);
    assertThat(heard).contains(Stage.SOUND);
    var recipe = Provenance.of(file).orElseThrow();
    assertThat(FilmRecipe.request(recipe)).isEqualTo(request);
    assertThat(recipe.json()).contains("\"sound\":{\"steps\":16", "\"codec\":\"", "\"sync\":\"");
  }

  @Test
  void aSilentFilmHasNoSound() {
    var request =
        FilmRequest.of("a red ball")
            .withSize(new FrameSize(64, 64))
            .withSteps(1)
            .withSeconds(1)
            .withSound(SoundWish.SILENT);
    try (var studio = Studio.open(cast)) {
      assertThat(studio.generate(request).sound()).isEmpty();
    }
    assertThat(FilmRecipe.request(FilmRecipe.of(request))).isEqualTo(request);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"a woman sings", "a man speaking softly", "pop song with vocals", "Speech."})
  void refusesVoicesInOneSentence(String prompt) {
    assertThatThrownBy(() -> new SoundWish(false, Optional.of(prompt), Optional.empty()))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageStartingWith(
            "Sounds and music without voices are made, no speech and no song; the prompt asks for");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"the song of a bird", "rain, no speech", "an instrumental song", "singing bowl"})
  void takesWhatOnlySoundsLikeVoices(String prompt) {
    assertThat(new SoundWish(false, Optional.of(prompt), Optional.empty()).prompt())
        .contains(prompt);
  }

  @Test
  void aCastWithoutPartsSaysSo() {
    var silent = MiniatureCast.write(folder);
    assertThatThrownBy(() -> SoundRoom.open(silent))
        .hasMessage("The cast \"miniature\" makes no sound: it has no part \"codec\".");
  }
}
