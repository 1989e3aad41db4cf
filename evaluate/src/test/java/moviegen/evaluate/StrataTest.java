package moviegen.evaluate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.stream.IntStream;
import moviegen.world.Scene;
import org.junit.jupiter.api.Test;

class StrataTest {
  private final List<Scene> scenes = Footage.scenes().limit(40).toList();

  @Test
  void averagesOverTheFilmsOfAValue() {
    var strata = new Strata("psnr");
    IntStream.range(0, scenes.size()).forEach(i -> strata.add(scenes.get(i), i));
    double expected =
        IntStream.range(0, scenes.size())
            .filter(i -> scenes.get(i).weather().equals("rain"))
            .average()
            .orElseThrow();
    assertThat(value(strata, "psnr/weather/rain")).isCloseTo(expected, within(1e-12));
  }

  @Test
  void takesTheValuesInTheVocabularysOrder() {
    var strata = new Strata("psnr");
    scenes.forEach(scene -> strata.add(scene, 1));
    var weather =
        strata.rows().stream()
            .map(Row::name)
            .filter(name -> name.startsWith("psnr/weather/"))
            .toList();
    assertThat(weather)
        .containsExactly("psnr/weather/clear", "psnr/weather/rain", "psnr/weather/snow");
  }

  @Test
  void leavesOutWhatNoFilmShows() {
    var strata = new Strata("psnr");
    strata.add(scenes.getFirst(), 30);
    assertThat(strata.rows())
        .extracting(Row::name)
        .containsExactly(
            "psnr/camera/" + scenes.getFirst().camera(),
            "psnr/weather/" + scenes.getFirst().weather(),
            "psnr/style/" + scenes.getFirst().style());
  }

  private static double value(Strata strata, String name) {
    return strata.rows().stream()
        .filter(row -> row.name().equals(name))
        .findFirst()
        .orElseThrow()
        .score()
        .value();
  }
}
