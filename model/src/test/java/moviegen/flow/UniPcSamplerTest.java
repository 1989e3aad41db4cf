package moviegen.flow;

import static moviegen.tensor.Ops.manualSeed;
import static moviegen.tensor.Ops.ones;
import static moviegen.tensor.Ops.randn;
import static moviegen.testing.TensorAssert.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import moviegen.tensor.DType;
import moviegen.tensor.Scope;
import moviegen.tensor.Tensor;
import org.bytedeco.javacpp.Pointer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class UniPcSamplerTest {
  /** The spread of data whose every number is drawn by itself. */
  private static final double SPREAD = 0.5;

  /**
   * The velocity to independent normal data of mean one: it carries noise x to 1 + {@value #SPREAD}
   * x.
   */
  private static final Velocity TO_NORMAL_DATA =
      (x, t) -> {
        double variance = (1 - t) * (1 - t) + t * t * SPREAD * SPREAD;
        double slope = (t * SPREAD * SPREAD - (1 - t)) / variance;
        return x.sub(ones(1).to(x.dtype()).mul(t)).mul(slope).add(1);
      };

  @ParameterizedTest(name = "{0} steps")
  @ValueSource(ints = {1, 2, 3, 7, 50})
  void followsAStraightPathExactly(int steps) {
    manualSeed(steps);
    try (var _ = Scope.open()) {
      var noise = randn(2, 3);
      var data = randn(2, 3);
      Velocity straight = (_, _) -> data.sub(noise);
      for (double shift : List.of(1.0, 5.0)) {
        var sampler = new UniPcSampler(Schedule.linear(steps).shifted(shift));
        assertThat(sampler.sample(noise, straight)).isCloseTo(data, 1e-5);
      }
    }
  }

  @Test
  void arrivesAtTheKnownEndOfACurvedPath() {
    try (var _ = Scope.open()) {
      double end = ends(new UniPcSampler(Schedule.linear(200)));
      assertThat(end).isCloseTo(1 + SPREAD, within(1e-4));
    }
  }

  @Test
  void gainsMoreFromHalfTheStepThanEuler() {
    double coarse = errorOf(new UniPcSampler(Schedule.linear(20)));
    double fine = errorOf(new UniPcSampler(Schedule.linear(40)));
    double eulersCoarse = errorOf(new EulerSampler(Schedule.linear(20)));
    double eulersFine = errorOf(new EulerSampler(Schedule.linear(40)));
    assertThat(eulersCoarse / eulersFine).isCloseTo(2, within(0.2));
    assertThat(coarse / fine).isGreaterThan(3.2);
    assertThat(fine).isLessThan(eulersFine / 4);
  }

  @Test
  void evaluatesTheFieldOnceAStep() {
    var times = new ArrayList<Double>();
    Velocity field =
        (x, time) -> {
          times.add(time);
          return x;
        };
    try (var _ = Scope.open()) {
      new UniPcSampler(Schedule.linear(4)).sample(ones(1), field);
    }
    assertThat(times).containsExactly(0.0, 0.25, 0.5, 0.75);
  }

  @ParameterizedTest(name = "after {0} of 6 steps")
  @ValueSource(ints = {1, 2, 3, 5})
  void goesOnFromWhereItStood(int steps) {
    var sampler = new UniPcSampler(Schedule.linearFrom(1e-3, 6).shifted(3));
    try (var _ = Scope.open()) {
      var noise = randn(4);
      var walks = new ArrayList<Walk>();
      var whole =
          sampler.resume(
              Walk.from(noise),
              TO_NORMAL_DATA,
              walk -> {
                if (walk.done() == steps) {
                  walks.add(new Walk(steps, walk.tensors().stream().map(Tensor::copy).toList()));
                }
              });
      var rest = sampler.resume(walks.getFirst(), TO_NORMAL_DATA, _ -> {});
      assertThat(rest).isCloseTo(whole, 0);
    }
  }

  @Test
  void leavesNothingBehindAndTheNoiseToItsOwner() {
    long before = Pointer.totalCount();
    try (var _ = Scope.open()) {
      var noise = ones(4);
      long held = Pointer.totalCount();
      try (var _ = Scope.open()) {
        new UniPcSampler(Schedule.linear(10)).sample(noise, TO_NORMAL_DATA);
      }
      assertThat(Pointer.totalCount()).isEqualTo(held);
      assertThat(noise.sum().item()).isEqualTo(4);
    }
    assertThat(Pointer.totalCount()).isEqualTo(before);
  }

  private static double ends(Sampler sampler) {
    return sampler.sample(ones(1).to(DType.FLOAT64), TO_NORMAL_DATA).item();
  }

  private static double errorOf(Sampler sampler) {
    try (var _ = Scope.open()) {
      return Math.abs(ends(sampler) - 1 - SPREAD);
    }
  }
}
