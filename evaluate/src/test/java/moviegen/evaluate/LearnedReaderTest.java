package moviegen.evaluate;

import static org.assertj.core.api.Assertions.assertThat;

import moviegen.judge.JudgeConfig;
import moviegen.media.Frames;
import moviegen.world.Renderer;
import moviegen.world.Scene;
import moviegen.world.Shot;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LearnedReaderTest {
  @Test
  void everyOtherFrameOfAFilmIsWhatTheJudgeHasLearned() {
    var scene = Scene.random(7);
    var film = Renderer.render(scene, new Shot(128, 128, 32, 16));
    var drawn = Renderer.render(scene, new Shot(128, 128, 16, JudgeConfig.RATE));
    assertThat(LearnedReader.view(film, 0).pixels()).isEqualTo(drawn.pixels());
  }

  @ParameterizedTest
  @CsvSource({"128, 128, 128, 128", "176, 96, 176, 96", "512, 288, 176, 96", "100, 100, 128, 128"})
  void filmsOfAnySizeAreSeen(int width, int height, int seenWidth, int seenHeight) {
    var view = LearnedReader.view(Frames.black(32, height, width, 16), 0);
    assertThat(view.width()).isEqualTo(seenWidth);
    assertThat(view.height()).isEqualTo(seenHeight);
    assertThat(view.count()).isEqualTo(JudgeConfig.FRAMES);
  }

  @Test
  void aShortFilmStandsStillAtItsEnd() {
    var film = Frames.black(3, 128, 128, 16);
    film.frame(2).put(0, (byte) 9);
    var view = LearnedReader.view(film, 0);
    assertThat(view.frame(0).get(0)).isZero();
    assertThat(view.frame(1).get(0)).isEqualTo((byte) 9);
    assertThat(view.frame(15).get(0)).isEqualTo((byte) 9);
  }
}
