package moviegen.media;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;

/**
 * What a file from outside may demand of this machine.
 *
 * @param bytes size of the file
 * @param pixels of one frame
 * @param seconds length of the film
 * @param decodedBytes of all pictures together, unpacked
 */
public record Limits(long bytes, long pixels, double seconds, long decodedBytes) {
  /** A film of ten minutes or 4 GB, frames up to 4096 × 2304, 1.5 GB unpacked. */
  public static final Limits DEFAULT = new Limits(4L << 30, 4096L * 2304, 600, 1500L << 20);

  /** A film of four hours or 64 GB, of which a little at a time is unpacked. */
  public static final Limits LONG = new Limits(64L << 30, 4096L * 2304, 4 * 3600, 1500L << 20);

  /**
   * Whether {@code file} is a regular file of a size between 1 and {@link #bytes}.
   *
   * @throws IllegalArgumentException says in one sentence what it is instead
   */
  void checkFile(Path file) {
    if (Files.isDirectory(file)) {
      throw new IllegalArgumentException("%s is a folder, expected a file.".formatted(file));
    }
    if (!Files.exists(file)) {
      throw new IllegalArgumentException("There is no file %s.".formatted(file));
    }
    if (!Files.isRegularFile(file) || !Files.isReadable(file)) {
      throw new IllegalArgumentException("%s is not a readable regular file.".formatted(file));
    }
    try {
      var size = Files.size(file);
      if (size == 0) {
        throw new IllegalArgumentException("%s is empty.".formatted(file));
      }
      if (size > bytes) {
        throw new IllegalArgumentException(
            "%s has %d bytes, more than the %d allowed.".formatted(file, size, bytes));
      }
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot read %s.".formatted(file), e);
    }
  }

  void checkSize(Path file, int width, int height) {
    if (width < 1 || height < 1 || (long) width * height > pixels) {
      throw new IllegalArgumentException(
          "%s has pictures of %dx%d, expected between 1 and %d pixels."
              .formatted(file, width, height, pixels));
    }
  }

  void checkLength(Path file, double length) {
    if (!(length >= 0 && length <= seconds)) {
      throw new IllegalArgumentException(
          String.format(
              Locale.ROOT,
              "%s is %.1f seconds long, more than the %.1f allowed.",
              file,
              length,
              seconds));
    }
  }

  /** Bytes of {@code count} frames, checked. */
  int checkDecoded(Path file, long count, int width, int height) {
    var needed = count * width * height * 3;
    if (needed > Math.min(decodedBytes, Integer.MAX_VALUE)) {
      throw new IllegalArgumentException(
          "%s has %d frames of %dx%d, which need %d bytes, more than the %d allowed."
              .formatted(file, count, width, height, needed, decodedBytes));
    }
    return (int) needed;
  }
}
