package moviegen.evaluate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class IntervalTest {
  @ParameterizedTest(name = "{0} degrees of freedom")
  @CsvSource({"1,12.706", "2,4.303", "3,3.182", "5,2.571", "10,2.228", "30,2.042", "199,1.972"})
  void quantilesAreThoseOfStudentsTable(int degrees, double quantile) {
    assertThat(Interval.quantile(degrees)).isCloseTo(quantile, within(0.01 * quantile));
  }

  @Test
  void equalValuesLeaveNoDoubt() {
    assertThat(Interval.of(3, 3, 3)).isEqualTo(new Interval(3, 3, 3));
  }

  @Test
  void isAsWideAsTheFormulaSays() {
    // mean 2, deviation 1, so half of it is 4.303 / √3
    var interval = Interval.of(1, 2, 3);
    assertThat(interval.value()).isEqualTo(2);
    assertThat(interval.high() - interval.value()).isCloseTo(2.484, within(1e-3));
    assertThat(interval.value() - interval.low()).isCloseTo(2.484, within(1e-3));
  }

  @Test
  void holdsTheTrueMeanInAbout95Of100Cases() {
    var random = new SplittableRandom(1);
    long held =
        IntStream.range(0, 4000)
            .mapToObj(_ -> Interval.of(random.doubles(8).toArray()))
            .filter(interval -> interval.low() <= 0.5 && 0.5 <= interval.high())
            .count();
    assertThat(held / 4000.0).isBetween(0.93, 0.97);
  }

  @Test
  void oneValueHasNoInterval() {
    assertThat(Interval.of(7).isBounded()).isFalse();
    assertThat(Interval.of(7).value()).isEqualTo(7);
  }

  @Test
  void noValueHasNoMean() {
    assertThatThrownBy(Interval::of).hasMessage("A mean needs at least 1 value, got 0.");
  }
}
