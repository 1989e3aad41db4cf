package moviegen.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.util.Objects;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class HelpTest {
  static Set<String> commands() {
    return Main.commandLine().getSubcommands().keySet();
  }

  @ParameterizedTest
  @MethodSource("commands")
  void isAsApproved(String command) throws IOException {
    assertThat(Ran.moviegen(command, "--help")).isEqualTo(new Ran(0, approved(command), ""));
  }

  @Test
  void bareProgramShowsItsCommandsInGroups() throws IOException {
    assertThat(Ran.moviegen()).isEqualTo(new Ran(0, approved("moviegen"), ""));
  }

  @ParameterizedTest
  @MethodSource("commands")
  void hasAnExampleThatBeginsAsOneTypesIt(String command) {
    assertThat(Ran.moviegen(command, "--help").out().lines().toList().getLast())
        .startsWith("  ./moviegen " + command);
  }

  private static String approved(String name) throws IOException {
    try (InputStream text = HelpTest.class.getResourceAsStream(name + ".txt")) {
      return new String(Objects.requireNonNull(text, name).readAllBytes(), UTF_8);
    }
  }
}
