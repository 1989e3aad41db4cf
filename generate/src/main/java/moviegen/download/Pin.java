package moviegen.download;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The hash that a file had when it came, written beside it in {@code NAME.sha256} as sha256sum
 * reads it.
 */
record Pin(Path file) {
  private static final Pattern LINE = Pattern.compile("([0-9a-f]{64})  .*\\R?");

  Path path() {
    return file.resolveSibling(file.getFileName() + ".sha256");
  }

  Optional<String> read() throws IOException {
    if (!Files.isRegularFile(file) || !Files.isRegularFile(path())) {
      return Optional.empty();
    }
    var line = LINE.matcher(Files.readString(path()));
    return line.matches() ? Optional.of(line.group(1)) : Optional.empty();
  }

  void write(String sha256) throws IOException {
    Files.writeString(path(), "%s  %s\n".formatted(sha256, file.getFileName()));
  }
}
