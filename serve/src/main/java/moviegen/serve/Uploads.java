package moviegen.serve;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.Semaphore;
import moviegen.media.Limits;
import moviegen.media.Picture;
import moviegen.media.Probe;

/** The folder where uploads wait while their request is looked at, and what they may be. */
final class Uploads {
  /** Bytes of one request in all. */
  static final long MOST = 100L << 20;

  private static final int AT_ONCE = 32;
  private static final Duration ABANDONED = Duration.ofHours(1);
  private static final Limits FILM = new Limits(MOST, 4096L * 2304, 60, 1L << 30);

  private final Path folder;
  private final Semaphore places = new Semaphore(AT_ONCE);

  Uploads(Path folder) {
    this.folder = folder;
    try {
      Files.createDirectories(folder);
      sweep();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void sweep() throws IOException {
    var old = Instant.now().minus(ABANDONED);
    try (var left = Files.newDirectoryStream(folder)) {
      for (var file : left) {
        if (Files.getLastModifiedTime(file).toInstant().isBefore(old)) {
          Files.deleteIfExists(file);
        }
      }
    }
  }

  /** An empty file under a name that nobody chose. */
  Path fresh(String ending) throws IOException {
    return Files.createTempFile(folder, "upload-", ending);
  }

  void enter() {
    if (!places.tryAcquire()) {
      throw new Refusal(
          429, "too_many_uploads", "%d uploads are on their way; try again.".formatted(AT_ONCE));
    }
  }

  void leave() {
    places.release();
  }

  static void requirePicture(Upload upload) {
    check(upload, () -> Picture.check(upload.file()));
  }

  static void requireFilm(Upload upload) {
    check(upload, () -> Probe.of(upload.file(), FILM));
  }

  private static void check(Upload upload, Runnable look) {
    try {
      look.run();
    } catch (IllegalArgumentException e) {
      throw Refusal.wrong(upload.field(), upload.named(String.valueOf(e.getMessage())));
    } catch (IllegalStateException | UncheckedIOException e) {
      throw Refusal.wrong(
          upload.field(), "The file \"%s\" cannot be read.".formatted(upload.field()));
    }
  }
}
