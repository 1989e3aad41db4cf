package moviegen.media;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CodedTest {
  private static final Frames FILM = restless();

  /** Faint noise, new in every frame, so that a coder can spend as much as it likes. */
  private static Frames restless() {
    var random = new Random(9);
    return Films.of(32, 128, 128, 16, (_, _, _) -> Films.gray(64 + random.nextInt(64)));
  }

  @ParameterizedTest
  @ValueSource(longs = {200_000, 400_000, 800_000})
  void keepsToTheBitRate(long rate) {
    var coded = Coded.of(FILM, new Encoding.BitRate(rate));
    assertThat(coded.frames().count()).isEqualTo(32);
    assertThat(coded.bitsPerSecond()).isBetween(0.8 * rate, 1.2 * rate);
  }

  @Test
  void isBetterForMoreBits() {
    var coarse = Coded.of(FILM, new Encoding.Quantizer(40));
    var fine = Coded.of(FILM, Encoding.FINE);
    assertThat(fine.bytes()).isGreaterThan(2 * coarse.bytes());
    assertThat(Fidelity.psnr(FILM, fine.frames()))
        .isGreaterThan(Fidelity.psnr(FILM, coarse.frames()) + 6);
  }
}
