package moviegen.evaluate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Map;
import moviegen.media.Frames;
import moviegen.world.Prompt;
import moviegen.world.Renderer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FilmQualityTest {
  private static final Map<String, String> WALK =
      Map.of(
          "subject", "cat",
          "color", "red",
          "action", "walks",
          "direction", "right",
          "camera", "static shot",
          "style", "plain",
          "weather", "clear",
          "size", "large",
          "place", "meadow",
          "time", "day");
  private static final List<Prompt> PROMPTS = List.of(new Prompt("a", "a red cat walks", WALK));

  private static Frames drawn() {
    var scene = TruthScene.of(WALK, (1L << 30)).orElseThrow();
    return Renderer.render(scene, Footage.shot(0, 32));
  }

  private static Report report(Frames film) {
    return FilmQuality.of(PROMPTS, (_, _) -> film, "here", (_, _) -> {});
  }

  @Test
  void aDrawingIsAsGoodAsItself() {
    assertThat(report(drawn()).rows())
        .isNotEmpty()
        .allSatisfy(
            row ->
                assertThat(row.score().value()).isCloseTo(row.real().orElseThrow(), within(1e-9)));
  }

  @Test
  void aFilmThatStandsStillIsFound() {
    var film = drawn();
    for (int t = 1; t < film.count(); t++) {
      film.frame(t).put(film.frame(0));
    }
    var report = report(film);
    assertThat(value(report, "completeness/all/still films")).isEqualTo(1);
    assertThat(value(report, "completeness/all/way gone")).isZero();
  }

  @Test
  void aFilmThatFlickersIsFound() {
    var film = drawn();
    for (int t = 0; t < film.count(); t += 8) {
      var frame = film.frame(t);
      for (int i = 0; i < frame.capacity(); i++) {
        frame.put(i, (byte) ((frame.get(i) & 255) / 2));
      }
    }
    assertThat(value(report(film), "consistency/all/background flicker"))
        .isGreaterThan(10 + value(report(drawn()), "consistency/all/background flicker"));
  }

  @ParameterizedTest
  @CsvSource({
    "spins, static shot, LOW",
    "walks, static shot, MEDIUM",
    "spins, pan left, MEDIUM",
    "walks, pan left, HIGH"
  })
  void motionHasLevels(String action, String camera, MotionLevel level) {
    assertThat(MotionLevel.of(Map.of("action", action, "camera", camera))).isEqualTo(level);
  }

  private static double value(Report report, String name) {
    return report.rows().stream()
        .filter(row -> row.name().equals(name))
        .findFirst()
        .orElseThrow()
        .score()
        .value();
  }
}
