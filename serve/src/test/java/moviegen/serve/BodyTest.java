package moviegen.serve;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import org.junit.jupiter.api.Test;

final class BodyTest {
  private static final Duration SHORT = Duration.ofMillis(100);
  private static final Duration LONG = Duration.ofMinutes(1);

  @Test
  void givesUpWhatComesByteByByte() {
    assertThatThrownBy(() -> new Body(drops(1, 50), 1_000, SHORT, LONG).readAllBytes())
        .hasMessage("The request came too slowly.");
  }

  @Test
  void givesUpWhatHasNoEnd() {
    assertThatThrownBy(() -> new Body(drops(100, 10), 1 << 20, SHORT, SHORT).readAllBytes())
        .hasMessage("The request came too slowly.");
  }

  @Test
  void givesUpWhatIsTooLong() {
    assertThatThrownBy(() -> new Body(drops(100, 0), 1_000, LONG, LONG).readAllBytes())
        .hasMessage("A body of this kind may have at most 1,000 bytes.");
  }

  @Test
  void waitsAMomentForAShortOne() throws IOException {
    var body = new Body(new ByteArrayInputStream(new byte[1_000]), 1_000, SHORT, SHORT);
    assertThat(body.readAllBytes()).hasSize(1_000);
  }

  /** A body without an end: some bytes, and a rest after each. */
  private static InputStream drops(int bytes, long restMillis) {
    return new InputStream() {
      @Override
      public int read() {
        return 0;
      }

      @Override
      public int read(byte[] into, int offset, int length) {
        OpenStudio.pause(restMillis);
        return Math.min(length, bytes);
      }
    };
  }
}
