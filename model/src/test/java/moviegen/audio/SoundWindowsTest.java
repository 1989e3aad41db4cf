package moviegen.audio;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import moviegen.audio.SoundWindows.Window;
import moviegen.golden.Golden;
import moviegen.tensor.Ops;
import moviegen.tensor.Scope;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SoundWindowsTest {
  private static final SoundWindows WINDOWS = new SoundWindows(10, 4);

  @Test
  void coverTheWholeAndEndWithIt() {
    assertThat(WINDOWS.over(10)).containsExactly(new Window(0, 10));
    assertThat(WINDOWS.over(7)).containsExactly(new Window(0, 7));
    assertThat(WINDOWS.over(16)).containsExactly(new Window(0, 10), new Window(6, 10));
    assertThat(WINDOWS.over(18))
        .containsExactly(new Window(0, 10), new Window(6, 10), new Window(8, 10));
  }

  @ParameterizedTest(name = "{0} latents")
  @ValueSource(longs = {3, 10, 11, 37, 100})
  void windowsThatAgreeChangeNothing(long latents) {
    try (var _ = Scope.open()) {
      var x = Ops.randn(2, latents, 3);
      var whole = WINDOWS.over(latents, _ -> (part, time) -> part.mul(time));
      assertThat(Golden.distance(whole.at(x, 0.3), x.mul(0.3))).isLessThan(1e-6);
    }
  }

  @Test
  void oneWindowFadesIntoTheNext() {
    try (var _ = Scope.open()) {
      var x = Ops.zeros(1, 16, 1);
      var whole = WINDOWS.over(16, window -> (part, _) -> part.add(window.start() == 0 ? 0 : 1));
      var mixed = whole.at(x, 0);
      double before = 0;
      for (int i = 0; i < 16; i++) {
        double now = mixed.narrow(1, i, 1).sum().item();
        assertThat(now).isBetween(before, 1.0 + 1e-6);
        before = now;
      }
      assertThat(mixed.narrow(1, 5, 1).sum().item()).isZero();
      assertThat(before).isEqualTo(1);
    }
  }

  @Test
  void namesWhatNeighborsMayShare() {
    assertThatThrownBy(() -> new SoundWindows(10, 10))
        .hasMessage("Windows of 10 latents share 10, expected 0 to 9");
    assertThat(List.of(SoundWindows.PAPER.over(751).size(), SoundWindows.PAPER.over(750).size()))
        .containsExactly(2, 1);
  }
}
