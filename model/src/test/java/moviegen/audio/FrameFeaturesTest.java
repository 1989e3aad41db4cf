package moviegen.audio;

import static moviegen.tensor.Ops.randn;
import static org.assertj.core.api.Assertions.assertThat;

import moviegen.golden.Golden;
import moviegen.tensor.DType;
import moviegen.tensor.Ops;
import moviegen.tensor.Scope;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FrameFeaturesTest {
  @Test
  void aFilmAtTheLatentRateIsItsOwnResampling() {
    try (var _ = Scope.open()) {
      var frames = randn(2, 9, 4);
      var same = FrameFeatures.resampled(frames, 25, 9, 25).values();
      assertThat(Golden.distance(same, frames)).isLessThan(1e-6);
      var still = randn(2, 1, 4);
      var longer = FrameFeatures.resampled(still, 16, 7, 25).values();
      assertThat(longer.sameAs(still.expand(2, 7, 4))).isTrue();
    }
  }

  @ParameterizedTest(name = "{0} frames a second")
  @CsvSource({"16", "24", "23.976", "60"})
  void aSteadyChangeStaysSteadyWhenResampled(double frameRate) {
    try (var _ = Scope.open()) {
      long frames = Math.round(4 * frameRate);
      var times = Ops.arange(frames).to(DType.FLOAT32).add(0.5).mul(1 / frameRate);
      var seen = FrameFeatures.resampled(times.reshape(1, -1, 1), frameRate, 100, 25).values();
      var expected = Ops.arange(100).to(DType.FLOAT32).add(0.5).mul(1 / 25.0).reshape(1, -1, 1);
      var difference = seen.sub(expected).narrow(1, 2, 96).abs().max().item();
      assertThat(difference).isLessThan(1e-5f);
    }
  }

  @Test
  void aStillFilmDoesNotChangeAnywhere() {
    try (var _ = Scope.open()) {
      var places = randn(1, 1, 6).expand(1, 5, 6);
      var features = FrameFeatures.withPlaces(randn(1, 5, 4), places);
      assertThat(features.shape()).containsExactly(1, 5, 16);
      assertThat(features.narrow(2, 10, 6).abs().max().item()).isZero();
    }
  }
}
