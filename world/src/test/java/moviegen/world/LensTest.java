package moviegen.world;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import org.junit.jupiter.api.Test;

final class LensTest {
  @Test
  void anEvenPictureStaysAsItIs() {
    int[] picture = new int[12];
    Arrays.fill(picture, 0xff4080c1);
    Lens.soften(picture, 4, 3);
    assertThat(picture).containsOnly(0xff4080c1);
  }

  @Test
  void aDotSpreadsOverItsNeighborsAndLosesNoLight() {
    int[] picture = new int[25];
    picture[12] = 0x00f010a0;
    Lens.soften(picture, 5, 5);
    assertThat(picture[12]).isEqualTo(0x003c0428); // a quarter
    assertThat(picture[11]).isEqualTo(picture[7]).isEqualTo(0x001e0214); // an eighth
    assertThat(picture[6]).isEqualTo(0x000f010a); // a sixteenth
    assertThat(picture[0]).isZero();
  }
}
