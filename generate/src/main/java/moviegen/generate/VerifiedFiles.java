package moviegen.generate;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import moviegen.checkpoint.Sha256;

/**
 * The files whose hash was found to be right, by path, length and time of change, in the user's
 * cache: hashing a cast's weights takes longer than reading them, and is done once.
 */
final class VerifiedFiles {
  private static final int MOST = 200;

  private VerifiedFiles() {}

  /** Whether {@code file} has this hash, as computed now or when it was last seen like this. */
  static boolean holds(Path file, String sha256) throws IOException {
    var list = list();
    String entry = entry(file, sha256);
    var known = read(list);
    if (known.contains(entry)) {
      return true;
    }
    if (!Sha256.of(file).equals(sha256)) {
      return false;
    }
    remember(list, known, entry);
    return true;
  }

  private static String entry(Path file, String sha256) throws IOException {
    var path = file.toRealPath();
    return "%s %d %d %s"
        .formatted(sha256, Files.size(path), Files.getLastModifiedTime(path).toMillis(), path);
  }

  private static Path list() {
    return UserCache.folder().resolve("verified");
  }

  private static List<String> read(Path list) {
    try {
      return Files.isRegularFile(list) ? Files.readAllLines(list) : List.of();
    } catch (IOException _) {
      return List.of();
    }
  }

  private static void remember(Path list, List<String> known, String entry) {
    var kept = new ArrayList<>(known.subList(Math.max(0, known.size() - MOST), known.size()));
    kept.add(entry);
    try {
      Files.createDirectories(list.getParent());
      Files.write(
          list,
          kept,
          StandardOpenOption.CREATE,
          StandardOpenOption.TRUNCATE_EXISTING,
          StandardOpenOption.WRITE);
    } catch (IOException _) {
      // A cache that cannot be written makes the next start slower, and nothing else.
    }
  }
}
