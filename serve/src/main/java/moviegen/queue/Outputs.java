package moviegen.queue;

import java.io.InputStream;
import java.nio.file.Path;
import java.util.OptionalLong;

/**
 * Where finished files are kept, by keys such as {@code id/1/film.mp4}. A key shows either nothing
 * or a whole file. What it throws is an {@link java.io.UncheckedIOException}.
 */
public interface Outputs {
  /** Keeps what a stream has; written beside, then renamed. */
  long put(String key, InputStream content);

  /** Keeps a copy of a file. */
  long put(String key, Path file);

  /** Size in bytes; empty where there is none. */
  OptionalLong size(String key);

  /**
   * A part of a file, to be closed by the reader.
   *
   * @param offset the first byte
   * @param length how many at most
   */
  InputStream open(String key, long offset, long length);

  default InputStream open(String key) {
    return open(key, 0, Long.MAX_VALUE);
  }

  /** Removes a key, and all keys that go on from it with a slash. */
  void delete(String key);

  /** Bytes that can still be put. */
  long free();
}
