package moviegen.evaluate;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.MalformedInputException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Prompts in a text file, one a line; empty lines do not count. */
public final class PromptList {
  private static final long LARGEST = 1 << 20;

  private PromptList() {}

  /** Reads at least one prompt. */
  public static List<String> read(Path file) {
    if (!Files.isRegularFile(file)) {
      throw new IllegalArgumentException("There is no file of prompts \"%s\".".formatted(file));
    }
    try {
      if (Files.size(file) > LARGEST) {
        throw new IllegalArgumentException(
            "A file of prompts has at most %,d bytes, \"%s\" has %,d."
                .formatted(LARGEST, file, Files.size(file)));
      }
      var prompts =
          Files.readAllLines(file).stream()
              .map(String::strip)
              .filter(line -> !line.isEmpty())
              .toList();
      if (prompts.isEmpty()) {
        throw new IllegalArgumentException("\"%s\" has no prompt in it.".formatted(file));
      }
      return prompts;
    } catch (MalformedInputException e) {
      throw new IllegalArgumentException("\"%s\" is not text in UTF-8.".formatted(file), e);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
