package moviegen.world;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import moviegen.media.Frames;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RendererTest {
  private static final Shot SHORT = new Shot(64, 64, 4, 4);

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5})
  void drawsTheSameFilmFromTheSameSeed(long seed) {
    Scene scene = Scene.random(seed);
    assertThat(Renderer.render(scene, SHORT).pixels())
        .isEqualTo(Renderer.render(scene, SHORT).pixels());
  }

  @Test
  void drawsAStillAsTheFilmHasIt() {
    Scene scene = Scene.random(6);
    assertThat(Renderer.still(scene, SHORT, 2).pixels())
        .isEqualTo(Renderer.render(scene, SHORT).only(2).pixels());
    assertThat(Renderer.masks(scene, SHORT, IntStream.of(2)).getFirst())
        .isEqualTo(Renderer.masks(scene, SHORT).get(2));
  }

  @Test
  void drawsOtherFilmsFromOtherSeeds() {
    assertThat(Renderer.render(Scene.random(1), SHORT).pixels())
        .isNotEqualTo(Renderer.render(Scene.random(2), SHORT).pixels());
  }

  @ParameterizedTest
  @CsvSource({"64,64,200", "80,48,30", "48,80,30", "128,128,30", "176,96,30", "96,176,30"})
  void drawsEverySceneAtEverySize(int width, int height, int scenes) {
    var styles = Vocabulary.get().values("style");
    var cameras = Vocabulary.get().values("camera");
    for (int seed = 0; seed < scenes; seed++) {
      Scene scene =
          Scenes.filmed(
              Scene.random(seed), cameras.get(seed % 16), styles.get(seed / 16 % styles.size()));
      Frames film = Renderer.render(scene, new Shot(width, height, 2, 1));
      assertThat(film.count()).isEqualTo(2);
      assertThat(spread(film)).as("scene %d is a picture", seed).isGreaterThan(8);
    }
  }

  @Test
  void drawsEveryPlaceTimeAndWeatherDifferently() {
    var seen = new HashSet<List<Integer>>();
    var words = Vocabulary.get();
    for (String place : words.values("place")) {
      for (String time : words.values("time")) {
        for (String weather : words.values("weather")) {
          if (!place.equals("space") || weather.equals("clear")) {
            Frames film = Renderer.render(Scenes.at(place, time, weather), new Shot(64, 64, 1, 16));
            assertThat(seen.add(means(film))).as("%s, %s, %s", place, time, weather).isTrue();
          }
        }
      }
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"plain", "pencil sketch", "watercolor", "golden"})
  void keepsTexturesStillBeforeAStaticCamera(String style) {
    Scene scene = Scenes.filmed(Scenes.at("meadow", "day", "clear"), "static shot", style);
    var shot = new Shot(96, 96, 8, 8);
    Frames film = Renderer.render(scene, shot);
    List<Mask> masks = Renderer.masks(scene, shot);
    for (int i = 1; i < film.count(); i++) {
      for (int y = 0; y < 96; y++) {
        for (int x = 0; x < 96; x++) {
          if (away(masks.get(i), x, y) && away(masks.get(i - 1), x, y)) {
            int at = 3 * (y * 96 + x);
            assertThat(film.frame(i).get(at)).isEqualTo(film.frame(i - 1).get(at));
          }
        }
      }
    }
  }

  @ParameterizedTest
  @ValueSource(longs = {10, 11, 12, 13, 14, 15})
  void agreesAtEqualTimesWhateverTheFrameRate(long seed) {
    Scene scene = Scene.random(seed);
    Frames sixteen = Renderer.render(scene, new Shot(64, 64, 16, 16));
    Frames twentyFour = Renderer.render(scene, new Shot(64, 64, 24, 24));
    for (int i = 0; i < 8; i++) {
      assertThat(sixteen.frame(2 * i)).isEqualTo(twentyFour.frame(3 * i));
    }
  }

  @Test
  void drawsOneFrameAndALongFilm() {
    assertThat(Renderer.render(Scene.random(3), new Shot(64, 64, 1, 16)).count()).isEqualTo(1);
    assertThat(Renderer.render(Scene.random(3), new Shot(32, 32, 256, 16)).count()).isEqualTo(256);
  }

  @Test
  void writesEveryLetterOnASign() {
    for (char letter = 'A'; letter <= 'Z'; letter++) {
      Scene plain = Scenes.at("meadow", "day", "clear");
      Scene signed = Scenes.signed(plain, Optional.of(String.valueOf(letter)));
      assertThat(Renderer.render(signed, SHORT).pixels())
          .isNotEqualTo(Renderer.render(plain, SHORT).pixels());
    }
  }

  private static boolean away(Mask mask, int x, int y) {
    for (int v = Math.max(0, y - 16); v < Math.min(mask.height(), y + 24); v++) {
      for (int u = Math.max(0, x - 14); u < Math.min(mask.width(), x + 14); u++) {
        if (mask.at(u, v)) {
          return false;
        }
      }
    }
    return true;
  }

  private static int spread(Frames film) {
    int low = 255;
    int high = 0;
    for (int i = 0; i < film.pixels().capacity(); i += 7) {
      int value = film.pixels().get(i) & 255;
      low = Math.min(low, value);
      high = Math.max(high, value);
    }
    return high - low;
  }

  private static List<Integer> means(Frames film) {
    int[] sums = new int[6];
    int half = film.pixels().capacity() / 2;
    for (int i = 0; i < film.pixels().capacity(); i++) {
      sums[i % 3 + (i < half ? 0 : 3)] += film.pixels().get(i) & 255;
    }
    return Arrays.stream(sums).boxed().toList();
  }
}
