package moviegen.media;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.concurrent.atomic.AtomicLong;

/**
 * A file in the making: written beside its target, renamed when finished, gone when abandoned.
 *
 * @param target where the finished file stands
 * @param path where it is written
 */
record PartFile(Path target, Path path) implements AutoCloseable {
  private static final AtomicLong SERIAL = new AtomicLong();

  /** Chooses a name beside {@code target} that no other writer uses. */
  static PartFile beside(Path target) {
    var absolute = target.toAbsolutePath().normalize();
    var folder = absolute.getParent();
    if (folder == null || Files.isDirectory(absolute)) {
      throw new IllegalArgumentException(
          "%s is a folder, expected the name of a file to write.".formatted(target));
    }
    if (!Files.isDirectory(folder)) {
      throw new IllegalArgumentException(
          "Cannot write %s: there is no folder %s.".formatted(target, folder));
    }
    if (!Files.isWritable(folder)) {
      throw new IllegalArgumentException(
          "Cannot write %s: the folder %s is not writable.".formatted(target, folder));
    }
    var name =
        "%s.%d-%d.part"
            .formatted(
                absolute.getFileName(), ProcessHandle.current().pid(), SERIAL.getAndIncrement());
    return new PartFile(absolute, folder.resolve(name));
  }

  /** Puts the written file in its target's place. */
  void finish() {
    try {
      try {
        Files.move(path, target, StandardCopyOption.ATOMIC_MOVE);
      } catch (AtomicMoveNotSupportedException e) {
        Files.move(path, target, StandardCopyOption.REPLACE_EXISTING);
      }
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot put %s in its place.".formatted(target), e);
    }
  }

  /** Deletes what was written, unless it is finished. */
  @Override
  public void close() {
    try {
      Files.deleteIfExists(path);
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot delete %s.".formatted(path), e);
    }
  }
}
