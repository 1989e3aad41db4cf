package moviegen.evaluate;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.IntStream;
import moviegen.autoencoder.TemporalTiling;
import moviegen.media.Frames;
import org.junit.jupiter.api.Test;

class TilingDifferenceTest {
  @Test
  void oneTileIsNotBlended() {
    assertThat(blended(4, TemporalTiling.PAPER)).isEmpty();
  }

  @Test
  void tilesOfFourThatShareTwoAreBlendedBetweenTheEnds() {
    assertThat(blended(8, TemporalTiling.PAPER)).containsExactly(2, 3, 4, 5);
    assertThat(blended(7, TemporalTiling.PAPER)).containsExactly(2, 3, 4, 5);
    assertThat(blended(5, TemporalTiling.PAPER)).containsExactly(2, 3);
  }

  @Test
  void tilesOfFourThatShareOneAreBlendedAtTheirSeams() {
    assertThat(blended(10, new TemporalTiling(4, 1))).containsExactly(3, 6);
  }

  @Test
  void tellsTheOverlapFromTheRest() {
    var whole = Frames.black(64, 16, 16, 16);
    var tiled = Frames.black(64, 16, 16, 16);
    tiled.frame(20).put(0, (byte) 200);
    tiled.frame(3).put(5, (byte) 7);
    var difference = TilingDifference.between(tiled, whole, TemporalTiling.PAPER);
    assertThat(difference.overlap())
        .isEqualTo(new TilingDifference.Steps(200, 200 / (32.0 * 16 * 16 * 3)));
    assertThat(difference.outside())
        .isEqualTo(new TilingDifference.Steps(7, 7 / (32.0 * 16 * 16 * 3)));
  }

  private static int[] blended(int length, TemporalTiling tiling) {
    return IntStream.range(0, length)
        .filter(frame -> TilingDifference.isBlended(frame, length, tiling))
        .toArray();
  }
}
