package moviegen.download;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Optional;

/**
 * A file of which some has come: its first bytes in {@code NAME.part}, and beside them, in {@code
 * NAME.part.tag}, which version of the file they are of.
 */
record PartialFile(Path target) {
  Path path() {
    return target.resolveSibling(target.getFileName() + ".part");
  }

  private Path tag() {
    return target.resolveSibling(target.getFileName() + ".part.tag");
  }

  long length() throws IOException {
    return Files.isRegularFile(path()) ? Files.size(path()) : 0;
  }

  /** The validator that came with the first bytes, if there was one. */
  Optional<String> validator() throws IOException {
    return Files.isRegularFile(tag())
        ? Optional.of(Files.readString(tag())).filter(text -> !text.isBlank())
        : Optional.empty();
  }

  /** Opens it to be written from its beginning. */
  OutputStream begin(Optional<String> validator) throws IOException {
    discard();
    if (validator.isPresent()) {
      Files.writeString(tag(), validator.get());
    }
    return Files.newOutputStream(path());
  }

  OutputStream append() throws IOException {
    return Files.newOutputStream(path(), StandardOpenOption.APPEND);
  }

  void discard() throws IOException {
    Files.deleteIfExists(path());
    Files.deleteIfExists(tag());
  }

  /** Gives the whole file its name. */
  void finish() throws IOException {
    Files.move(path(), target, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    Files.deleteIfExists(tag());
  }
}
