package moviegen.world;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import org.junit.jupiter.api.Test;

final class ShutterTest {
  private static final double FRAME = 1 / 16.0;

  private final int[] line = new int[8];
  private final Shutter shutter = new Shutter(line.length);

  @Test
  void whatStandsIsSharp() {
    shutter.expose(1, line, _ -> light(3));
    assertThat(line).containsExactly(0, 0, 0, 0xff80c040, 0, 0, 0, 0);
  }

  @Test
  void whatMovesLeavesATraceOfItsWay() {
    shutter.expose(FRAME, line, time -> light((int) Math.round(4 * time / FRAME)));
    assertThat(line).containsExactly(0, 0, 0, 0x40203010, 0x80406020, 0x40203010, 0, 0);
  }

  @Test
  void nothingIsSeenBeforeTheFilmBegins() {
    shutter.expose(0, line, time -> light((int) Math.round(4 * time / FRAME)));
    assertThat(line).containsExactly(0xbf609030, 0x40203010, 0, 0, 0, 0, 0, 0);
  }

  private void light(int at) {
    Arrays.fill(line, 0);
    line[at] = 0xff80c040;
  }
}
