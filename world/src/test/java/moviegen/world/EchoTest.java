package moviegen.world;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class EchoTest {
  private static float[] answer(String place) {
    var click = new float[4 * Tape.RATE];
    click[0] = 1;
    return Echo.of(place).apply(click);
  }

  @ParameterizedTest
  @CsvSource({"mountains, 0.38", "mountains, 0.74", "city, 0.09"})
  void comesBackWhenThePlaceSaysSo(String place, double delay) {
    var answer = answer(place);
    double there = Hearing.energy(answer, delay - 0.001, delay + 0.004);
    double before = Hearing.energy(answer, delay - 0.012, delay - 0.004);
    assertThat(there).isGreaterThan(20 * before);
  }

  @ParameterizedTest
  @ValueSource(strings = {"meadow", "snowfield", "desert", "beach"})
  void doesNotComeBackWhereNothingIs(String place) {
    assertThat(Hearing.energy(answer(place), 0.001, 4)).isZero();
  }

  @Test
  void lastsLongestInSpace() {
    double space = Hearing.energy(answer("space"), 1, 4);
    double forest = Hearing.energy(answer("forest"), 1, 4);
    assertThat(space).isGreaterThan(100 * forest);
    double early = Hearing.energy(answer("space"), 0.5, 1);
    double late = Hearing.energy(answer("space"), 1.5, 2);
    assertThat(10 * Math.log10(early / late)).isCloseTo(60 / 2.6, within(6.0));
  }
}
