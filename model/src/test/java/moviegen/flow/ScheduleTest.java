package moviegen.flow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ScheduleTest {
  @ParameterizedTest(name = "{0} emulated, time {1}")
  @CsvSource({
    "250, 1, 0.004",
    "250, 2, 0.008",
    "250, 24, 0.096",
    "250, 25, 0.1",
    "250, 26, 0.1053",
    "250, 30, 0.152",
    "250, 40, 0.448",
    "250, 45, 0.692",
    "250, 49, 0.9333",
    "250, 50, 1",
    "1000, 1, 0.001",
    "1000, 24, 0.024",
    "1000, 25, 0.025",
    "1000, 26, 0.0275",
    "1000, 30, 0.068",
    "1000, 40, 0.382",
    "1000, 45, 0.653",
    "1000, 49, 0.9245",
    "1000, 50, 1"
  })
  void linearQuadraticIsThePapers(int emulated, int step, double time) {
    assertThat(Schedule.linearQuadratic(50, emulated).times().get(step))
        .isCloseTo(time, within(5e-5));
  }

  @ParameterizedTest(name = "{0} steps")
  @ValueSource(ints = {1, 2, 3, 7, 20, 50, 250, 400})
  void goesFromZeroToOne(int steps) {
    for (var schedule : List.of(Schedule.linear(steps), Schedule.linearQuadratic(steps))) {
      assertThat(schedule.steps()).isEqualTo(steps);
      assertThat(schedule.times()).isSorted().doesNotHaveDuplicates().startsWith(0.0).endsWith(1.0);
    }
  }

  @Test
  void emulatingAsManyStepsAsThereAreIsLinear() {
    var quadratic = Schedule.linearQuadratic(50, 50).times();
    var linear = Schedule.linear(50).times();
    for (int i = 0; i <= 50; i++) {
      assertThat(quadratic.get(i)).isCloseTo(linear.get(i), within(1e-12));
    }
  }

  @Test
  void shiftMovesTheMiddleTowardTheNoise() {
    assertThat(Schedule.linear(2).shifted(3).times()).containsExactly(0.0, 0.25, 1.0);
    assertThat(Schedule.linear(2).shifted(1)).isEqualTo(Schedule.linear(2));
  }

  @Test
  void namesWhatDoesNotFit() {
    assertThatThrownBy(() -> Schedule.linear(0)).hasMessage("steps are 0, expected at least 1");
    assertThatThrownBy(() -> Schedule.linearQuadratic(50, 10))
        .hasMessage("emulated steps are 10, expected at least the 50 steps");
    assertThatThrownBy(() -> new Schedule(List.of(0.0, 0.5)))
        .hasMessage("times are [0.0, 0.5], expected to go from 0 to 1");
  }
}
