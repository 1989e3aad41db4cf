package moviegen.cli;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;

/** The space that is free for a file, or for a folder that may not be there yet. */
record Room(String file, long freeBytes) {
  static Room of(Path file) {
    var folder = file.toAbsolutePath();
    while (!Files.isDirectory(folder) && folder.getParent() != null) {
      folder = folder.getParent();
    }
    if (!Files.isWritable(folder)) {
      throw new IllegalArgumentException("The folder %s is not writable.".formatted(folder));
    }
    return new Room(file.toString(), folder.toFile().getUsableSpace());
  }

  /** A number of bytes for a reader. */
  static String size(long bytes) {
    return bytes < 1_000_000_000
        ? String.format(Locale.ROOT, "%.0f MB", bytes / 1e6)
        : String.format(Locale.ROOT, bytes < 10_000_000_000L ? "%.1f GB" : "%.0f GB", bytes / 1e9);
  }
}
