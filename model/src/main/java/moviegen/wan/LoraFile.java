package moviegen.wan;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Pattern;

/**
 * A file of low-rank changes to a model, and how much of them is wanted.
 *
 * @param strength 1 for as much as it was trained with
 */
public record LoraFile(Path path, double strength) {
  private static final Pattern TEXT = Pattern.compile("(.+?)(?::(-?\\d+(?:\\.\\d+)?))?");
  private static final double MOST = 10;

  public LoraFile {
    if (!(Math.abs(strength) <= MOST)) {
      throw new IllegalArgumentException(
          "A LoRA's strength is a number from -10 to 10, got %s.".formatted(strength));
    }
  }

  /** Reads {@code style.safetensors:0.8}; the strength may be left out. */
  public static LoraFile parse(String text) {
    var match = TEXT.matcher(text.strip());
    if (!match.matches()) {
      throw new IllegalArgumentException(
          "A LoRA is FILE or FILE:STRENGTH, got \"%s\".".formatted(text));
    }
    var path = Path.of(match.group(1));
    if (!Files.isRegularFile(path)) {
      throw new IllegalArgumentException("There is no LoRA file %s.".formatted(path));
    }
    return new LoraFile(path, match.group(2) == null ? 1 : Double.parseDouble(match.group(2)));
  }
}
