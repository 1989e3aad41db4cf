package moviegen.evaluate;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.function.BiFunction;
import java.util.function.IntToDoubleFunction;
import moviegen.media.Frames;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ClassicalReaderTest {
  private static final Textures.Look STILL = (_, x, y) -> new double[] {x, y};
  private final Reader reader = new ClassicalReader();

  @ParameterizedTest
  @CsvSource({
    "red, 14627888, right",
    "blue, 2977999, left",
    "green, 3843656, right",
    "pink, 16090041, left"
  })
  void aDiskThatCrossesAStillTextureIsRead(String color, int rgb, String direction) {
    double speed = direction.equals("right") ? 2 : -2;
    var film = Textures.film(STILL, disk(t -> 64 + speed * (t - 16), rgb));
    assertThat(reader.read(film))
        .containsEntry("color", color)
        .containsEntry("direction", direction)
        .containsEntry("motion", "moving")
        .containsEntry("camera", "static shot");
  }

  @Test
  void aDiskThatGoesTheCamerasWayStillGoesThere() {
    var film =
        Textures.film(
            (t, x, y) -> new double[] {x + 1.2 * t, y}, disk(t -> 64 + 0.8 * (t - 16), 0x2d6cdf));
    assertThat(reader.read(film))
        .containsEntry("camera", "pan right")
        .containsEntry("direction", "right")
        .containsEntry("color", "blue");
  }

  @Test
  void whatGrowsAndComesDownComesToward() {
    assertThat(new Growth(0.2, 0.08).direction()).hasValue("toward");
    assertThat(new Growth(-0.2, -0.08).direction()).hasValue("away");
    assertThat(new Growth(0.2, 0).direction()).isEmpty();
    assertThat(new Growth(0, 0.08).direction()).isEmpty();
    assertThat(new Growth(0.2, -0.08).direction()).isEmpty();
  }

  @Test
  void nothingIsSaidOfAnEmptyPictureButThatItIsStill() {
    assertThat(reader.read(Textures.film(STILL)))
        .isEqualTo(Map.of("motion", "still", "camera", "static shot"));
  }

  @Test
  void nothingIsSaidOfOnePicture() {
    assertThat(reader.read(Frames.black(1, 64, 64, 16))).isEmpty();
  }

  private static BiFunction<Integer, int[], Integer> disk(IntToDoubleFunction x, int rgb) {
    return (t, at) ->
        Math.hypot(at[0] + 0.5 - x.applyAsDouble(t), at[1] + 0.5 - 80) < 14 ? rgb : -1;
  }
}
