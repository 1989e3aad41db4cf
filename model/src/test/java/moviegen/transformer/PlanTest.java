package moviegen.transformer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import moviegen.nn.Params;
import moviegen.tensor.DType;
import moviegen.tensor.Tensor;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PlanTest {
  @ParameterizedTest(name = "{0} has between {1} and {2} million parameters")
  @CsvSource({"tiny, 8, 12", "1b, 850, 1100", "5b, 4500, 5200", "paper-30b, 29000, 30000"})
  void presetsAreAsLargeAsTheySay(String preset, double least, double most) {
    var plan = plan(preset, new FilmSize(768, 768, 1));
    assertThat(plan.parameters() / 1e6).isBetween(least, most);
  }

  @ParameterizedTest(name = "{0} × {1}")
  @CsvSource({"768, 768", "1024, 576", "576, 1024"})
  void thePapersLongestFilmHasItsTokens(int width, int height) {
    assertThat(plan("paper-30b", new FilmSize(width, height, 256)).tokens()).isEqualTo(73_728);
  }

  @Test
  void countsTheParametersThatThereAre() {
    try (var params = Params.random()) {
      new MovieTransformer(params, TransformerConfig.MINIATURE);
      long parameters = params.asMap().values().stream().mapToLong(Tensor::count).sum();
      assertThat(plan("miniature", new FilmSize(64, 64, 16)).parameters()).isEqualTo(parameters);
    }
  }

  @Test
  void twiceTheTokensAreTwiceTheLinearWorkAndFourTimesTheSelfAttention() {
    var one = plan("paper-30b", new FilmSize(768, 768, 128));
    var two = plan("paper-30b", new FilmSize(768, 768, 256));
    assertThat(two.linear() / one.linear()).isCloseTo(2, within(1e-3));
    assertThat(two.attention() / one.attention()).isCloseTo(4, within(0.1));
  }

  @Test
  void guidanceDoublesTheWork() {
    var size = new FilmSize(128, 128, 32);
    var guided = plan("tiny", size);
    var plain = Plan.of(TransformerConfig.TINY, new Plan.Job(size, 50, false, 64, DType.BFLOAT16));
    assertThat(guided.flops() / plain.flops()).isCloseTo(2, within(1e-6));
    assertThat(guided.seconds(1e12)).isGreaterThan(plain.seconds(1e12));
  }

  @Test
  void namesAPresetThatThereIsNot() {
    assertThatThrownBy(() -> TransformerConfig.preset("huge"))
        .hasMessage(
            "There is no preset \"huge\", expected one of miniature, tiny, 1b, 5b, paper-30b");
  }

  private static Plan plan(String preset, FilmSize size) {
    return Plan.of(
        TransformerConfig.preset(preset), new Plan.Job(size, 50, true, 64, DType.BFLOAT16));
  }
}
