package moviegen.train;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import moviegen.dataset.FilmTensor;
import moviegen.media.Fidelity;
import moviegen.media.Frames;
import moviegen.tensor.Native;
import moviegen.tensor.Ops;
import moviegen.tensor.Scope;
import moviegen.tensor.Tensor;
import moviegen.world.Renderer;
import moviegen.world.Scene;
import moviegen.world.Shot;
import org.junit.jupiter.api.Test;

class StructuralLossTest {
  private static final Frames FILM = film(1);

  private static Frames film(long seed) {
    return Renderer.render(Scene.random(seed), new Shot(48, 32, 3, 16));
  }

  private static Tensor tensor(Frames film) {
    return Ops.stack(List.of(FilmTensor.of(film)), 0);
  }

  @Test
  void isWhatTheMeasureLacksOfOne() {
    try (var _ = Scope.open()) {
      double loss = StructuralLoss.of(tensor(film(2)), tensor(FILM)).item();
      assertThat(loss).isCloseTo(1 - Fidelity.ssim(FILM, film(2)), within(1e-4));
    }
  }

  @Test
  void doesNotMindCoarseProducts() {
    Native.matmulPrecision(Native.Precision.MEDIUM);
    try (var _ = Scope.open()) {
      var back = tensor(film(2)).requiresGrad();
      var loss = StructuralLoss.of(back, tensor(FILM));
      loss.backward();
      assertThat(loss.item()).isCloseTo(1 - (float) Fidelity.ssim(FILM, film(2)), within(1e-4f));
      assertThat(back.grad().abs().max().item()).isLessThan(0.01f);
    } finally {
      Native.matmulPrecision(Native.Precision.HIGHEST);
    }
  }

  @Test
  void isNothingWhereNothingDiffers() {
    try (var _ = Scope.open()) {
      double loss = StructuralLoss.of(tensor(FILM), tensor(FILM)).item();
      assertThat(loss).isCloseTo(0, within(1e-5));
    }
  }
}
