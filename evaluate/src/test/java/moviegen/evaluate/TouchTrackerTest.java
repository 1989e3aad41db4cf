package moviegen.evaluate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;

class TouchTrackerTest {
  @Test
  void findsWhereAParabolaMeetsTheGround() {
    var feet = new double[32];
    for (int t = 0; t < feet.length; t++) {
      double phase = (t / 16.0 + 0.3) % 0.8 / 0.8;
      feet[t] = 0.8 - 0.4 * 4 * phase * (1 - phase);
    }
    var turns = TouchTracker.turns(feet, 16);
    assertThat(turns).hasSize(2);
    assertThat(turns.get(0)).isCloseTo(0.5, within(0.06));
    assertThat(turns.get(1)).isCloseTo(1.3, within(0.06));
  }

  @Test
  void findsNothingInWhatOnlyFloats() {
    var feet = new double[64];
    for (int t = 0; t < feet.length; t++) {
      feet[t] = 0.5 + 0.03 * Math.sin(2 * Math.PI * 0.5 * t / 16);
    }
    assertThat(TouchTracker.turns(feet, 16)).isEmpty();
  }

  @Test
  void seesTheTouchesOfDrawnFilms() {
    var matches = BouncingFilms.tracked(6);
    double f1 = matches.stream().mapToDouble(OnsetMatch::f1).average().orElseThrow();
    assertThat(f1).isGreaterThan(0.6);
    List<Double> offsets = matches.stream().flatMap(match -> match.offsets().stream()).toList();
    assertThat(offsets).allSatisfy(offset -> assertThat(Math.abs(offset)).isLessThan(0.1));
  }
}
