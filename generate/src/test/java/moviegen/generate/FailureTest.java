package moviegen.generate;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.stream.Stream;
import moviegen.generate.Failure.Kind;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class FailureTest {
  private static IOException full() {
    return new IOException("No space left on device");
  }

  /** A full disk as Java, as our writers and as FFmpeg tell of it. */
  static Stream<RuntimeException> fullDisks() {
    return Stream.of(
        new UncheckedIOException(full()),
        new UncheckedIOException("x.latents cannot be written: No space left on device", full()),
        new IllegalStateException("Cannot finish the file: no space left on device."),
        new IllegalStateException(new UncheckedIOException(full())));
  }

  @ParameterizedTest
  @MethodSource("fullDisks")
  void knowsAFullDisk(RuntimeException e) {
    var failure = Failure.of(e);
    assertThat(failure.kind()).isEqualTo(Kind.DISK_FULL);
    assertThat(failure.sentence()).startsWith("The disk is full: ").doesNotContain("Exception");
  }

  @Test
  void namesTheFileThatHadNoRoom() {
    assertThat(Failure.of(fullDisks().skip(1).findFirst().orElseThrow()).sentence())
        .isEqualTo("The disk is full: x.latents cannot be written: No space left on device");
  }
}
