package moviegen.flow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class LogitNormalTimesTest {
  @Test
  void haveTheLogitOfANormal() {
    double[] times = new LogitNormalTimes(0.5, 2).draw(20_000, new SplittableRandom(1));
    double[] logits = Arrays.stream(times).map(t -> Math.log(t / (1 - t))).toArray();
    double mean = Arrays.stream(logits).average().orElseThrow();
    double variance = Arrays.stream(logits).map(x -> x * x).average().orElseThrow() - mean * mean;
    assertThat(mean).isCloseTo(0.5, within(0.05));
    assertThat(variance).isCloseTo(4, within(0.15));
  }

  @Test
  void areTheSameForTheSameSeed() {
    assertThat(LogitNormalTimes.STANDARD.draw(5, new SplittableRandom(3)))
        .containsExactly(LogitNormalTimes.STANDARD.draw(5, new SplittableRandom(3)));
  }
}
