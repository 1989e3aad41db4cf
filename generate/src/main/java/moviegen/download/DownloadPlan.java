package moviegen.download;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.OptionalLong;
import java.util.stream.Stream;

/**
 * What adding a cast takes: the files that are not here yet, and how much of each is.
 *
 * @param folder where the cast will stand
 * @param missing the files to fetch, in their order
 * @param there bytes of the missing files that came earlier
 */
public record DownloadPlan(KnownCast cast, Path folder, List<CastFile> missing, long there) {
  /** Room that is left free on the disk. */
  private static final long MARGIN = 100_000_000;

  public DownloadPlan {
    missing = List.copyOf(missing);
  }

  public static DownloadPlan of(KnownCast cast, Path folder) {
    try {
      var missing = new ArrayList<CastFile>();
      long there = 0;
      for (var file : cast.files()) {
        if (!isThere(file, folder)) {
          missing.add(file);
          there += new PartialFile(folder.resolve(file.name())).length();
        }
      }
      return new DownloadPlan(cast, folder, missing, there);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static boolean isThere(CastFile file, Path folder) throws IOException {
    var path = folder.resolve(file.name());
    var pin = new Pin(path).read();
    return pin.isPresent()
        && file.sha256().map(pin.get()::equals).orElse(true)
        && file.size().orElse(Files.size(path)) == Files.size(path);
  }

  /** Whether nothing is left to fetch. */
  public boolean complete() {
    return missing.isEmpty();
  }

  /** Whether the folder has the index that makes it a cast. */
  public boolean indexed() {
    return Files.isRegularFile(folder.resolve(CastDownload.INDEX));
  }

  /** Bytes to fetch, where the length of every missing file is known. */
  public OptionalLong bytes() {
    if (missing.stream().anyMatch(file -> file.size().isEmpty())) {
      return OptionalLong.empty();
    }
    long all = missing.stream().mapToLong(file -> file.size().getAsLong()).sum();
    return OptionalLong.of(Math.max(0, all - there));
  }

  /** Refuses what the disk has no room for; a sentence says how much is needed. */
  public void checkRoom() {
    checkRoom(folder, bytes().orElse(0));
  }

  /** Bytes that are free where a folder is or will be. */
  public static long free(Path folder) {
    var there =
        Stream.iterate(folder.toAbsolutePath(), Objects::nonNull, Path::getParent)
            .filter(Files::isDirectory)
            .findFirst()
            .orElseThrow();
    return there.toFile().getUsableSpace();
  }

  static void checkRoom(Path folder, long bytes) {
    long free = free(folder);
    if (bytes > free - MARGIN) {
      throw new IllegalArgumentException(
          "The download needs %,d MB of free disk, %s has %,d."
              .formatted((bytes + MARGIN) / 1_000_000, folder, free / 1_000_000));
    }
  }
}
