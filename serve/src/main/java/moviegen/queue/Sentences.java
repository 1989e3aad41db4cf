package moviegen.queue;

import java.io.UncheckedIOException;
import java.util.stream.Stream;

/** What went wrong with a job, as one sentence for the one who asked for it. */
final class Sentences {
  private Sentences() {}

  static String of(Throwable e) {
    boolean full =
        Stream.iterate(e, cause -> cause != null, Throwable::getCause)
            .anyMatch(
                cause -> String.valueOf(cause.getMessage()).contains("No space left on device"));
    if (full) {
      return "The disk is full; make room and try again.";
    }
    if (e instanceof OutOfMemoryError) {
      return "There was not enough memory.";
    }
    return e instanceof IllegalArgumentException
        ? firstLine(e)
        : "Something went wrong: %s".formatted(firstLine(e));
  }

  private static String firstLine(Throwable e) {
    var said = e instanceof UncheckedIOException io && io.getCause() != null ? io.getCause() : e;
    return Stream.ofNullable(said.getMessage())
        .flatMap(String::lines)
        .filter(line -> !line.isBlank())
        .findFirst()
        .orElse(said.getClass().getSimpleName());
  }
}
