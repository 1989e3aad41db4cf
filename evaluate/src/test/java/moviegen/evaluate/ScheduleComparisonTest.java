package moviegen.evaluate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import moviegen.flow.Sampler;
import moviegen.flow.Velocity;
import moviegen.generate.FilmRequest;
import moviegen.tensor.HostMemory;
import moviegen.tensor.Noise;
import moviegen.tensor.Scope;
import org.junit.jupiter.api.Test;

class ScheduleComparisonTest {
  private static final Velocity GROWTH = (x, _) -> x;

  private final Report report =
      ScheduleComparison.of(
          ScheduleComparisonTest::latents, List.of("a ball", "a cube"), "here", (_, _) -> {});

  @Test
  void eulersErrorOnExponentialGrowthIsTheKnownOne() {
    // n steps of dx/dt = x lead from x to x (1 + 1/n)^n
    double reference = Math.pow(1 + 1 / 250.0, 250);
    for (int steps : new int[] {25, 50, 100}) {
      double expected = 1 - Math.pow(1 + 1.0 / steps, steps) / reference;
      assertThat(row("euler/linear/" + steps).score().value()).isCloseTo(expected, within(1e-5));
    }
  }

  @Test
  void midpointIsNearerThanEulerAtTheSameCost() {
    assertThat(row("midpoint/linear/25").score().value())
        .isLessThan(row("euler/linear/50").score().value());
  }

  @Test
  void chanceIsTheDistanceBetweenFilms() {
    assertThat(report.rows()).allMatch(row -> row.chance().orElseThrow() > 1);
  }

  @Test
  void meanIsOurSchedules() {
    assertThat(report.mean()).isEqualTo(row("euler/linear_quadratic/50").score().value());
  }

  @Test
  void pageHasARowForEveryWay() {
    assertThat(Page.of(report).lines().filter(line -> line.startsWith("| ")).count())
        .isEqualTo(report.rows().size() + 1L);
  }

  private Row row(String name) {
    return report.rows().stream().filter(row -> row.name().equals(name)).findFirst().orElseThrow();
  }

  private static float[] latents(FilmRequest request, Sampler sampler) {
    try (var _ = Scope.open()) {
      return HostMemory.floats(sampler.sample(Noise.gaussian(request.seed(), 1, 64), GROWTH));
    }
  }
}
