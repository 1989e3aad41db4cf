package moviegen.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.time.Duration;
import moviegen.generate.Progress;
import moviegen.generate.Stage;
import org.junit.jupiter.api.Test;

class TerminalTest {
  private static final Progress HALF =
      new Progress(Stage.SAMPLE, 25, 50, 0.5, Duration.ofMillis(2_400));

  private static String said(boolean live) {
    var bytes = new ByteArrayOutputStream();
    try (var terminal = new Terminal(new PrintStream(bytes, true, UTF_8), live)) {
      terminal.hear(HALF);
    }
    return bytes.toString(UTF_8);
  }

  @Test
  void showsHowFarItIsAndHowLongItTakes() {
    assertThat(Terminal.line(HALF))
        .isEqualTo("█".repeat(15) + "░".repeat(15) + "  50 %  2.4 s left  sample 25/50");
  }

  @Test
  void erasesTheLineAtTheEnd() {
    assertThat(said(true)).contains("sample 25/50").endsWith("\r\u001b[K");
  }

  @Test
  void saysNothingWhereNobodyLooks() {
    assertThat(said(false)).isEmpty();
  }

  @Test
  void saysLongTimesInMinutes() {
    assertThat(Terminal.time(Duration.ofSeconds(59))).isEqualTo("59 s");
    assertThat(Terminal.time(Duration.ofSeconds(125))).isEqualTo("2 min 05 s");
  }
}
