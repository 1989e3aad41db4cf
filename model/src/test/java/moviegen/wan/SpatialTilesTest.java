package moviegen.wan;

import static moviegen.testing.TensorAssert.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import moviegen.tensor.Ops;
import moviegen.tensor.Scope;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SpatialTilesTest {
  @ParameterizedTest
  @CsvSource({"5, 2", "8, 3", "4, 0", "20, 6", "100, 1"})
  void putsTogetherWhatWasTakenApart(int side, int overlap) {
    try (var _ = Scope.open()) {
      var x = Ops.randn(1, 2, 2 * 17, 2 * 23, 3);
      var tiles = new SpatialTiles(side, overlap);

      assertThat(tiles.apply(x, 2, 2, part -> part)).isCloseTo(x, 1e-5);
    }
  }

  @Test
  void takesNoMoreThanItMay() {
    var config = WanAutoencoderConfig.WAN_2_1;
    long whole = config.decodingBytes(60, 104);

    assertThat(SpatialTiles.within(config, 60, 104, whole)).isEqualTo(SpatialTiles.WHOLE);
    var tiles = SpatialTiles.within(config, 60, 104, whole / 5);
    assertThat(config.decodingBytes(tiles.side(), tiles.side())).isLessThanOrEqualTo(whole / 5);
    assertThat(config.decodingBytes(tiles.side() + 1, tiles.side() + 1)).isGreaterThan(whole / 5);
    assertThat(SpatialTiles.within(config, 60, 104, 0).side()).isEqualTo(16);
  }

  @Test
  void refusesTilesThatOverlapByMoreThanHalf() {
    assertThatThrownBy(() -> new SpatialTiles(8, 5)).hasMessageContaining("0 to 4, got 5");
  }
}
