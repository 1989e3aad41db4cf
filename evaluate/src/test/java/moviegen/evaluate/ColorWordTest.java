package moviegen.evaluate;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ColorWordTest {
  @ParameterizedTest
  @CsvSource({
    "red, 223, 52, 48",
    "orange, 247, 138, 29",
    "yellow, 248, 210, 44",
    "green, 58, 166, 72",
    "blue, 45, 108, 223",
    "purple, 134, 71, 207",
    "pink, 245, 131, 185",
    "brown, 135, 87, 47",
    "black, 44, 43, 51",
    "white, 243, 241, 236"
  })
  void theWorldsColorsHaveTheirNamesByDayAndNight(String name, int red, int green, int blue) {
    assertThat(ColorWord.name(red, green, blue)).hasValue(name);
    assertThat(ColorWord.name(red * 211 / 255, green * 216 / 255, blue * 240 / 255)).hasValue(name);
    assertThat(ColorWord.name(red, green * 240 / 255, blue * 224 / 255)).hasValue(name);
  }
}
