package moviegen.wan;

import static moviegen.testing.TensorAssert.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.stream.Stream;
import moviegen.golden.Golden;
import moviegen.nn.Params;
import moviegen.tensor.DType;
import moviegen.tensor.Device;
import moviegen.tensor.Native;
import moviegen.tensor.Ops;
import moviegen.tensor.Scope;
import moviegen.tensor.Tensor;
import org.bytedeco.javacpp.Pointer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class WanAutoencoderTest {
  private static final Device NOWHERE = new Device("meta");

  static Stream<WanAutoencoderConfig> configs() {
    return Stream.of(WanAutoencoderConfig.wan21(8), WanAutoencoderConfig.wan22(8, 8));
  }

  /** An autoencoder with random weights that lives as long as {@code params}. */
  private static WanAutoencoder autoencoder(Params params, WanAutoencoderConfig config) {
    return new WanAutoencoder(params, config, DType.FLOAT32);
  }

  private static Params random() {
    Ops.manualSeed(1);
    return Params.frozen((_, init, shape) -> init.fill(shape));
  }

  @ParameterizedTest
  @MethodSource("configs")
  void makesAFilmSmallAndLargeAgain(WanAutoencoderConfig config) {
    try (var _ = Scope.open();
        var params = random()) {
      var autoencoder = autoencoder(params, config);
      long side = config.spatialFactor();
      var latent = autoencoder.encode(Ops.randn(1, 9, 2 * side, 3 * side, 3));

      assertThat(latent).hasShape(1, 3, 2, 3, config.latentChannels());
      assertThat(autoencoder.decode(latent)).hasShape(1, 9, 2 * side, 3 * side, 3);
    }
  }

  @ParameterizedTest
  @MethodSource("configs")
  void neverLooksAhead(WanAutoencoderConfig config) {
    try (var _ = Scope.open();
        var params = random()) {
      var autoencoder = autoencoder(params, config);
      long side = 2L * config.spatialFactor();
      var film = Ops.randn(1, 9, side, side, 3);
      var latent = autoencoder.encode(film);

      assertThat(autoencoder.encode(film.narrow(1, 0, 5)))
          .isCloseTo(latent.narrow(1, 0, 2), 1e-5);
      assertThat(autoencoder.decode(latent.narrow(1, 0, 2)))
          .isCloseTo(autoencoder.decode(latent).narrow(1, 0, 5), 1e-5);
    }
  }

  @ParameterizedTest
  @MethodSource("configs")
  void worksOnEachFilmOfABatchAlone(WanAutoencoderConfig config) {
    try (var _ = Scope.open();
        var params = random()) {
      var autoencoder = autoencoder(params, config);
      var latents = Ops.randn(2, 2, 2, 2, config.latentChannels());

      assertThat(autoencoder.decode(latents.narrow(0, 1, 1)))
          .isCloseTo(autoencoder.decode(latents).narrow(0, 1, 1), 1e-5);
    }
  }

  @Test
  void handsFramesOverAsTheyCome() {
    try (var _ = Scope.open();
        var params = random()) {
      var autoencoder = autoencoder(params, WanAutoencoderConfig.wan21(8));
      var latent = Ops.randn(1, 3, 8, 12, 16);
      for (var tiles : new SpatialTiles[] {SpatialTiles.WHOLE, new SpatialTiles(8, 4)}) {
        var frames = new ArrayList<Long>();
        autoencoder.decode(latent, tiles, piece -> frames.add(piece.size(1)));
        assertThat(frames).containsExactly(1L, 4L, 4L);
      }
    }
  }

  @Test
  void isNearlyTheSameInTiles() {
    try (var _ = Scope.open();
        var params = random()) {
      var autoencoder = autoencoder(params, WanAutoencoderConfig.wan21(8));
      var tiles = new SpatialTiles(16, 8);
      var film = autoencoder.decode(Ops.randn(1, 2, 20, 12, 16));
      var latent = autoencoder.encode(film);

      assertThat(Golden.distance(autoencoder.encode(film, tiles), latent)).isLessThan(0.05);
      assertThat(Golden.distance(autoencoder.decode(latent, tiles), autoencoder.decode(latent)))
          .isLessThan(0.3);
    }
  }

  @Test
  void hasTheSizesThatArePublished() {
    assertThat(parameters(WanAutoencoderConfig.WAN_2_1)).isEqualTo(126_892_531);
    assertThat(parameters(WanAutoencoderConfig.WAN_2_2)).isEqualTo(704_688_668);
  }

  private static long parameters(WanAutoencoderConfig config) {
    try (var params = Params.frozen((_, _, s) -> Ops.empty(DType.FLOAT32, NOWHERE, s))) {
      new WanAutoencoder(params, config, DType.FLOAT32);
      return params.asMap().values().stream().mapToLong(Tensor::count).sum();
    }
  }

  @Test
  void leavesNothingBehind() {
    long before = Pointer.totalCount();
    try (var _ = Scope.open();
        var _ = Native.noGrad();
        var params = random()) {
      var autoencoder = autoencoder(params, WanAutoencoderConfig.wan21(8));
      var latent = autoencoder.encode(Ops.randn(1, 5, 32, 32, 3));
      autoencoder.decode(latent, new SpatialTiles(3, 1));
    }
    assertThat(Pointer.totalCount()).isEqualTo(before);
  }

  @Test
  void refusesAFilmThatDoesNotFit() {
    try (var _ = Scope.open();
        var params = random()) {
      var autoencoder = autoencoder(params, WanAutoencoderConfig.wan21(8));

      assertThatThrownBy(() -> autoencoder.encode(Ops.zeros(1, 1, 12, 8, 3)))
          .hasMessageContaining("multiples of 8");
      assertThatThrownBy(() -> autoencoder.encode(Ops.zeros(1, 4, 8, 8, 3)))
          .hasMessageContaining("4 frames, expected one and a multiple of 4");
    }
  }
}
