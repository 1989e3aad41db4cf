package moviegen.generate;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TypoTest {
  @ParameterizedTest
  @CsvSource({
    "ball, ball, 0",
    "ball, bell, 1",
    "ball, balll, 1",
    "ball, bal, 1",
    "blal, ball, 1",
    "boat, goal, 2",
    "cat, dog, 3",
    "sunglases, sunglasses, 1"
  })
  void slipsAreCountedTheSameBothWays(String a, String b, int slips) {
    assertThat(Typo.slips(a, b)).isEqualTo(slips);
    assertThat(Typo.slips(b, a)).isEqualTo(slips);
  }

  @ParameterizedTest
  @CsvSource({
    "dgo, dog, true",
    "cot, cat, false",
    "beech, beach, true",
    "mountans, mountains, true"
  })
  void aShortWordMayOnlySwapLetters(String typed, String meant, boolean likely) {
    assertThat(Typo.likely(typed, meant)).isEqualTo(likely);
  }
}
