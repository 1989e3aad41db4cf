package moviegen.flow;

import static moviegen.tensor.Ops.manualSeed;
import static moviegen.tensor.Ops.ones;
import static moviegen.tensor.Ops.randn;
import static moviegen.testing.TensorAssert.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CancellationException;
import moviegen.tensor.Scope;
import org.bytedeco.javacpp.Pointer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SamplerTest {
  /** dx/dt = x, whose end is e times its start. */
  private static final Velocity GROWTH = (x, _) -> x;

  @ParameterizedTest(name = "{0} steps")
  @ValueSource(ints = {1, 7, 50})
  void followsAStraightPathExactly(int steps) {
    manualSeed(steps);
    try (var _ = Scope.open()) {
      var noise = randn(2, 3);
      var data = randn(2, 3);
      Velocity straight = (_, _) -> data.sub(noise);
      for (Sampler sampler : samplers(Schedule.linear(steps))) {
        assertThat(sampler.sample(noise, straight)).isCloseTo(data, 1e-5);
      }
    }
  }

  @Test
  void eulerErrsInProportionToTheStep() {
    double coarse = errorOf(new EulerSampler(Schedule.linear(10)));
    double fine = errorOf(new EulerSampler(Schedule.linear(20)));
    assertThat(coarse / fine).isCloseTo(2, within(0.15));
  }

  @Test
  void midpointErrsInProportionToItsSquare() {
    double coarse = errorOf(new MidpointSampler(Schedule.linear(5)));
    double fine = errorOf(new MidpointSampler(Schedule.linear(10)));
    assertThat(coarse / fine).isCloseTo(4, within(0.5));
  }

  @Test
  void evaluatesTheFieldAtTheTimesOfTheSchedule() {
    var times = new ArrayList<Double>();
    try (var _ = Scope.open()) {
      Velocity field =
          (x, time) -> {
            times.add(time);
            return x;
          };
      new EulerSampler(Schedule.linear(4)).sample(ones(1), field);
      new MidpointSampler(Schedule.linear(2)).sample(ones(1), field);
    }
    assertThat(times).containsExactly(0.0, 0.25, 0.5, 0.75, 0.0, 0.25, 0.5, 0.75);
  }

  @Test
  void tellsItsListenerEveryStep() {
    var heard = new ArrayList<String>();
    try (var _ = Scope.open()) {
      new EulerSampler(Schedule.linear(3))
          .sample(ones(1), GROWTH, (done, steps) -> heard.add(done + "/" + steps));
    }
    assertThat(heard).containsExactly("1/3", "2/3", "3/3");
  }

  @Test
  void endsWhenItsListenerThrows() {
    var sampler = new EulerSampler(Schedule.linear(3));
    StepListener impatient =
        (_, _) -> {
          throw new CancellationException("enough");
        };
    try (var _ = Scope.open()) {
      var noise = ones(1);
      assertThatThrownBy(() -> sampler.sample(noise, GROWTH, impatient))
          .isInstanceOf(CancellationException.class);
    }
  }

  @Test
  void leavesNothingBehind() {
    long before = Pointer.totalCount();
    try (var _ = Scope.open()) {
      new MidpointSampler(Schedule.linear(20)).sample(randn(4), GROWTH);
    }
    assertThat(Pointer.totalCount()).isEqualTo(before);
  }

  private static double errorOf(Sampler sampler) {
    try (var _ = Scope.open()) {
      return Math.abs(sampler.sample(ones(1), GROWTH).item() - Math.E);
    }
  }

  private static List<Sampler> samplers(Schedule schedule) {
    return List.of(new EulerSampler(schedule), new MidpointSampler(schedule));
  }
}
