package moviegen.serve;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Optional;

/** Files that the program carries. */
final class Resource {
  private Resource() {}

  static Optional<byte[]> read(String name) {
    try (var in = Resource.class.getResourceAsStream(name)) {
      return in == null ? Optional.empty() : Optional.of(in.readAllBytes());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
