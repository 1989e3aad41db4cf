package moviegen.flow;

import static moviegen.tensor.Ops.cat;
import static moviegen.tensor.Ops.randn;
import static moviegen.testing.TensorAssert.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import moviegen.tensor.Scope;
import moviegen.tensor.Tensor;
import org.junit.jupiter.api.Test;

class GuidanceTest {
  /** A network that multiplies each part of its batch by that part's condition. */
  private static Velocity times(List<Double> conditions) {
    return (x, _) -> {
      var parts = x.chunk(conditions.size(), 0);
      var scaled = new ArrayList<Tensor>();
      for (int i = 0; i < parts.size(); i++) {
        scaled.add(parts.get(i).mul(conditions.get(i)));
      }
      return cat(scaled, 0);
    };
  }

  @Test
  void ofOneAsksOnlyForWhatIsWanted() {
    var asked = new ArrayList<List<Double>>();
    try (var _ = Scope.open()) {
      var x = randn(2, 3);
      var velocity =
          Guidance.NONE.together(
              conditions -> {
                asked.add(conditions);
                return times(conditions);
              },
              2.0,
              -3.0);
      assertThat(velocity.at(x, 0)).isCloseTo(x.mul(2), 0);
    }
    assertThat(asked).containsExactly(List.of(2.0));
  }

  @Test
  void goesAwayFromWhatIsUnwanted() {
    try (var _ = Scope.open()) {
      var x = randn(2, 3);
      var velocity = new Guidance(4).together(GuidanceTest::times, 2.0, -3.0);
      assertThat(velocity.at(x, 0)).isCloseTo(x.mul(-3 + 4 * 5), 1e-5);
    }
  }

  @Test
  void isTheSameTogetherAndApart() {
    try (var _ = Scope.open()) {
      var x = randn(2, 3);
      var together = Guidance.STRONG.together(GuidanceTest::times, 2.0, -3.0);
      var apart = Guidance.STRONG.apart(times(List.of(2.0)), times(List.of(-3.0)));
      assertThat(together.at(x, 0)).isCloseTo(apart.at(x, 0), 1e-6);
    }
  }
}
