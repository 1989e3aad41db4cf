package moviegen.media;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BicubicTest {
  @ParameterizedTest
  @CsvSource({"8,8", "96,48", "61,77", "1,1"})
  void keepsOneColor(int width, int height) {
    var film = Films.solid(0x40a0f0);
    var expected = Films.of(4, height, width, 16, (_, _, _) -> 0x40a0f0);
    assertThat(Difference.between(expected, Bicubic.resize(film, width, height)).equal()).isTrue();
  }

  @Test
  void ofTheSameSizeChangesNothing() {
    var film = Films.noise(5, 2, 16, 24);
    assertThat(Difference.between(film, Bicubic.resize(film, 24, 16)).equal()).isTrue();
  }

  @Test
  void keepsARampAwayFromTheBorders() {
    var ramp = Films.of(1, 64, 64, 16, (_, y, x) -> Films.gray(2 * x + y));
    var back = Bicubic.downAndUp(ramp, 8);
    for (var y = 20; y < 44; y++) {
      for (var x = 20; x < 44; x++) {
        assertThat(back.frame(0).get((y * 64 + x) * 3) & 0xff)
            .isBetween(2 * x + y - 2, 2 * x + y + 2);
      }
    }
  }

  @Test
  void losesWhatIsFinerThanItsGrid() {
    var checks = Films.of(1, 64, 64, 16, (_, y, x) -> (x + y) % 2 == 0 ? 0xffffff : 0);
    var back = Bicubic.downAndUp(checks, 8);
    assertThat(back.frame(0).get(32 * 64 * 3) & 0xff).isBetween(126, 129);
  }
}
