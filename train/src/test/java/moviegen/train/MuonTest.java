package moviegen.train;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import moviegen.tensor.Ops;
import moviegen.tensor.Scope;
import moviegen.tensor.Tensor;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class MuonTest {
  @ParameterizedTest
  @CsvSource({"16, 64", "64, 16", "32, 32"})
  void anUpdateLosesItsSizesAndKeepsItsDirections(int rows, int columns) {
    try (var _ = Scope.open()) {
      Ops.manualSeed(3);
      var update = Ops.randn(rows, columns).mul(1e-4);
      var turned = Muon.orthogonal(update);
      assertThat(turned.shape()).containsExactly(rows, columns);
      double size = inner(turned, turned) / Math.min(rows, columns); // 1 for a true rotation
      assertThat(size).isBetween(0.6, 1.3);
      double along =
          inner(turned, update) / Math.sqrt(inner(turned, turned) * inner(update, update));
      assertThat(along).isGreaterThan(0.85);
    }
  }

  @ParameterizedTest
  @CsvSource({"1", "1000"})
  void theSizeOfAGradientDoesNotMatter(double factor) {
    try (var _ = Scope.open()) {
      Ops.manualSeed(4);
      var update = Ops.randn(8, 3, 3, 2);
      var difference = Muon.orthogonal(update.mul(factor)).sub(Muon.orthogonal(update));
      assertThat(inner(difference, difference)).isLessThan(1e-2);
    }
  }

  private static double inner(Tensor a, Tensor b) {
    return a.mul(b).sum().item();
  }

  @ParameterizedTest
  @CsvSource({"500, 1e-3", "750, 5.5e-4", "1000, 1e-4"})
  void theRateFallsOverTheShareThatWasAsked(long step, double rate) {
    var muon = Muon.of(1e-3, 1e-3).cooling(0.5);
    assertThat(muon.rate(step, 1000)).isCloseTo(rate, within(1e-9));
  }

  @Test
  void isChosenByNameAndRate() {
    assertThat(Optimizer.parse("muon:2e-3")).isEqualTo(Muon.of(2e-3, 1e-3));
    assertThat(Optimizer.parse("AdamW:0.001")).isEqualTo(AdamW.of(1e-3));
    for (var wrong : List.of("sgd:1e-3", "muon", "adamw:2", "adamw:0")) {
      assertThatThrownBy(() -> Optimizer.parse(wrong)).isInstanceOf(IllegalArgumentException.class);
    }
  }
}
