package moviegen.evaluate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class SharesTest {
  @Test
  void everyValueCountsAlikeHoweverCommon() {
    var shares = new Shares();
    for (int i = 0; i < 90; i++) {
      shares.add("left", true);
    }
    for (int i = 0; i < 10; i++) {
      shares.add("right", i < 5);
    }
    assertThat(shares.macroAverage().value()).isEqualTo(0.75);
    assertThat(shares.of("right").value()).isEqualTo(0.5);
  }

  @Test
  void theIntervalIsThatOfAShare() {
    var shares = new Shares();
    for (int i = 0; i < 1000; i++) {
      shares.add("left", i % 2 == 0);
    }
    double half = 1.96 * 0.5 / Math.sqrt(1000);
    assertThat(shares.macroAverage().low()).isCloseTo(0.5 - half, within(1e-4));
    assertThat(shares.macroAverage().high()).isCloseTo(0.5 + half, within(1e-4));
  }

  @Test
  void fewFilmsThatAreAllRightAreNotCertain() {
    var shares = new Shares();
    shares.add("left", true);
    shares.add("left", true);
    assertThat(shares.macroAverage().value()).isEqualTo(1);
    assertThat(shares.macroAverage().low()).isLessThan(0.6);
  }
}
