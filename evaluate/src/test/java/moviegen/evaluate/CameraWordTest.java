package moviegen.evaluate;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.junit.jupiter.api.Test;

class CameraWordTest {
  @Test
  void aTextureThatGoesLeftIsAPanToTheRight() {
    assertThat(word((t, x, y) -> new double[] {x + 1.2 * t, y})).hasValue("pan right");
  }

  @Test
  void aTextureThatGoesDownIsATiltUp() {
    assertThat(word((t, x, y) -> new double[] {x, y - t})).hasValue("tilt up");
  }

  @Test
  void whatIsNearGoesLeftBeforeATruckToTheRight() {
    assertThat(word((t, x, y) -> new double[] {x + 1.3 * t * Math.max(0, y / 128 + 0.5), y}))
        .hasValue("truck right");
  }

  @Test
  void aTextureThatGrowsAroundALowPointIsAZoom() {
    assertThat(
            word(
                (t, x, y) -> {
                  double grown = Math.exp(0.012 * t);
                  return new double[] {x / grown, (y - 26) / grown + 26};
                }))
        .hasValue("zoom in");
  }

  @Test
  void aTextureThatShakesIsHeldByHand() {
    assertThat(
            word((t, x, y) -> new double[] {x + 3 * Math.sin(0.45 * t), y + 3 * Math.cos(0.5 * t)}))
        .hasValue("handheld shot");
  }

  @Test
  void aTextureThatStaysIsBeforeAStandingCamera() {
    assertThat(word((_, x, y) -> new double[] {x, y})).hasValue("static shot");
  }

  private static Optional<String> word(Textures.Look look) {
    return CameraWord.of(Textures.film(look)).word();
  }
}
