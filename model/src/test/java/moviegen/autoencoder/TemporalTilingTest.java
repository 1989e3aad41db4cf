package moviegen.autoencoder;

import static moviegen.testing.TensorAssert.assertThat;

import moviegen.tensor.HostMemory;
import moviegen.tensor.Ops;
import moviegen.tensor.Scope;
import moviegen.tensor.Tensor;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TemporalTilingTest {
  /** Repeats every latent frame eight times: a decoder that looks at nothing around it. */
  private static Tensor repeat(Tensor latent) {
    return latent.unsqueeze(2).expand(1, latent.size(1), 8, 1, 1, 3).reshape(1, -1, 1, 1, 3);
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3, 4, 5, 6, 7, 8, 11, 32})
  void tilesOfAPointwiseDecoderMakeTheWhole(int frames) {
    try (var _ = Scope.open()) {
      var latent = Ops.randn(1, frames, 1, 1, 3);
      var tiled = TemporalTiling.PAPER.decode(latent, TemporalTilingTest::repeat);
      assertThat(tiled).isCloseTo(repeat(latent), 1e-6);
    }
  }

  @Test
  void blendsFromTheOldTileToTheNew() {
    try (var _ = Scope.open()) {
      var blended = TemporalTiling.blend(Ops.zeros(1, 3, 1, 1, 1), Ops.ones(1, 3, 1, 1, 1));
      assertThat(blended.reshape(3)).isCloseTo(HostMemory.tensor(new float[] {0.25f, 0.5f, 0.75f}, 3), 1e-6);
    }
  }
}
