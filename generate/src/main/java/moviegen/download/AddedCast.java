package moviegen.download;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * A folder of casts' files that a download made.
 *
 * @param files what a download wrote there: files, pins, beginnings of files, the index
 * @param bytes of all of them
 */
public record AddedCast(Path folder, List<Path> files, long bytes) {
  public AddedCast {
    files = List.copyOf(files);
  }

  /** What a download of this cast has left in a folder. */
  public static AddedCast of(KnownCast cast, Path folder) throws IOException {
    var files = new ArrayList<Path>();
    for (var file : cast.files()) {
      for (String ending : List.of("", ".sha256", ".part", ".part.tag")) {
        files.add(folder.resolve(file.name() + ending));
      }
    }
    files.add(folder.resolve(CastDownload.INDEX));
    files.add(folder.resolve(CastDownload.INDEX + ".part"));
    files.add(folder.resolve(CastDownload.LOCK));
    files.removeIf(file -> !Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS));
    long bytes = 0;
    for (var file : files) {
      bytes += Files.size(file);
    }
    return new AddedCast(folder, files, bytes);
  }

  /**
   * Deletes these files, and the folder where nothing else is in it.
   *
   * @return whether the folder is gone
   */
  public boolean remove() throws IOException {
    for (var file : files) {
      Files.deleteIfExists(file);
    }
    try (var left = Files.list(folder)) {
      if (left.findAny().isPresent()) {
        return false;
      }
    }
    return Files.deleteIfExists(folder);
  }
}
