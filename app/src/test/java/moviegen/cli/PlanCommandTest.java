package moviegen.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PlanCommandTest {
  @Test
  void countsThePapersLargestFilm() throws IOException {
    var plan =
        new JsonMapper()
            .readTree(
                Ran.moviegen(
                        "plan",
                        "--preset",
                        "paper-30b",
                        "--seconds",
                        "16",
                        "--size",
                        "768x768",
                        "--json")
                    .out());
    assertThat(plan.path("tokens").asLong()).isEqualTo(73_728);
    assertThat(plan.path("parameters").asDouble()).isBetween(29e9, 30e9);
  }

  @Test
  void countsThePapersLargestSound() throws IOException {
    var plan =
        new JsonMapper()
            .readTree(
                Ran.moviegen("plan", "--preset", "paper-13b", "--seconds", "30", "--json").out());
    assertThat(plan.path("tokens").asLong()).isEqualTo(750);
    assertThat(plan.path("parameters").asDouble()).isBetween(12.35e9, 13.65e9);
  }

  @ParameterizedTest
  @CsvSource({
    "wan2.1-1.3b, 1_418_996_800",
    "wan2.2-5b, 4_999_787_712",
    "wan2.1-14b, 14_288_491_584"
  })
  void countsTheParametersOfTheWanFamily(String preset, String parameters) throws IOException {
    var plan =
        new JsonMapper()
            .readTree(
                Ran.moviegen("plan", "--preset", preset, "--size", "256x256", "--json").out());
    assertThat(plan.path("parameters").asLong())
        .isEqualTo(Long.parseLong(parameters.replace("_", "")));
  }

  @Test
  void saysTimesInTheirFittingUnit() {
    assertThat(PlanCommand.time(5.25)).isEqualTo("5.3 seconds");
    assertThat(PlanCommand.time(600)).isEqualTo("10 minutes");
    assertThat(PlanCommand.time(36_000)).isEqualTo("10.0 hours");
    assertThat(PlanCommand.time(864_000)).isEqualTo("10 days");
  }
}
