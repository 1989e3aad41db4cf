package moviegen.train;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.SplittableRandom;
import java.util.function.Predicate;
import java.util.stream.Stream;
import moviegen.train.SoundDropout.Given;
import org.junit.jupiter.api.Test;

class SoundDropoutTest {
  private static final int LATENTS = 100;
  private static final List<Given> DRAWN = drawn();

  private static List<Given> drawn() {
    var random = new SplittableRandom(1);
    return Stream.generate(() -> SoundDropout.PAPER.draw(random, LATENTS)).limit(40_000).toList();
  }

  private static double share(Predicate<Given> condition) {
    return DRAWN.stream().filter(condition).count() / (double) DRAWN.size();
  }

  @Test
  void leavesOutAsOftenAsThePaper() {
    assertThat(share(given -> !given.film())).isCloseTo(0.2 + 0.8 * 0.1, within(0.01));
    assertThat(share(given -> !given.text())).isCloseTo(0.2 + 0.8 * 0.1, within(0.01));
    assertThat(share(given -> !given.film() && !given.text()))
        .isCloseTo(0.2 + 0.8 * 0.01, within(0.01));
  }

  @Test
  void hidesThreeQuartersOfTheSoundAndMore() {
    assertThat(DRAWN).allMatch(given -> given.known() <= LATENTS / 4);
    assertThat(DRAWN).allMatch(given -> given.from() + given.known() <= LATENTS);
    assertThat(DRAWN.stream().mapToInt(Given::known).max()).hasValue(LATENTS / 4);
    assertThat(share(given -> given.known() > 0)).isCloseTo(0.8 * 0.5, within(0.03));
    assertThat(share(given -> given.known() > 0 && given.from() == 0)).isCloseTo(0.2, within(0.03));
  }

  @Test
  void namesAChanceThatIsNone() {
    assertThatThrownBy(() -> new SoundDropout(0.2, 0.1, 1.1, 0.5, 0.75))
        .hasMessage("A chance or share is 1.1, expected 0 to 1");
  }
}
