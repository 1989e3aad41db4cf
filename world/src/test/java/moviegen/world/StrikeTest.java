package moviegen.world;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class StrikeTest {
  private static final Surface SOFT = new Surface(0.05, 0, 2_000, 0.05);
  private static final Surface FIRM = new Surface(0.25, 0, 2_000, 0.05);

  @ParameterizedTest
  @ValueSource(strings = {"ball", "cube", "star", "car", "boat"})
  void soundsHigherTheSmallerTheBody(String subject) {
    var material = Material.of(subject);
    double large = pitch(material, "large");
    double small = pitch(material, "small");
    assertThat(large).isCloseTo(material.hertz(), within(0.05 * material.hertz()));
    assertThat(small / large).isCloseTo(0.38 / 0.175, within(0.12));
  }

  private static double pitch(Material material, String size) {
    var sound = Strike.of(material, size, SOFT, 0.5, 3);
    return Hearing.pitch(sound, 60, 2_400);
  }

  @ParameterizedTest
  @ValueSource(strings = {"ball", "cube", "star", "car"})
  void ringsLongerTheLargerTheBody(String subject) {
    var material = Material.of(subject);
    double large = Hearing.over(Strike.of(material, "large", FIRM, 1, 3), 0.05);
    double small = Hearing.over(Strike.of(material, "small", FIRM, 1, 3), 0.05);
    assertThat(large / small).isBetween(1.4, 2.2);
  }

  @Test
  void ringsLongerOfGlassThanOfFur() {
    double glass = Hearing.over(Strike.of(Material.of("star"), "large", FIRM, 1, 3), 0.05);
    double fur = Hearing.over(Strike.of(Material.of("cat"), "large", FIRM, 1, 3), 0.05);
    assertThat(glass).isGreaterThan(5 * fur);
  }

  @Test
  void fallsBySixtyDecibelsInTheTimeItStates() {
    var sound = new float[48_000];
    Strike.partial(sound, 500, 1, 0.8);
    double start = Hearing.energy(sound, 0.05, 0.1);
    double later = Hearing.energy(sound, 0.45, 0.5);
    assertThat(10 * Math.log10(start / later)).isCloseTo(30, within(0.2));
  }

  @Test
  void crunchesInTheSnowAndClicksInTheStreet() {
    var snow = Surface.of("snowfield", "clear");
    var street = Surface.of("city", "clear");
    assertThat(snow.crunch()).isGreaterThan(5 * street.crunch());
    assertThat(street.hardness()).isGreaterThan(3 * snow.hardness());
  }
}
