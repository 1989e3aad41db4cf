package moviegen.generate;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import moviegen.text.QuotedText;
import moviegen.text.TextTower;
import moviegen.text.Tokenizer;

/**
 * How far a cast of this program's own reads a prompt that is longer than its text towers.
 *
 * @param prompt as far as it is read
 * @param quote likewise what it has in quotation marks
 */
public record Unread(Optional<String> prompt, Optional<String> quote) {
  private static final String RATE = "FPS-16 ";
  private static final int SHOWN = 3;

  /** What {@code cast} reads of {@code prompt}; both are empty where that is all of it. */
  public static Unread of(String prompt, Cast cast) {
    return switch (cast) {
      case OwnCast own -> new Unread(cut(prompt, own), quote(prompt, own));
      case WanCast _ -> new Unread(Optional.empty(), Optional.empty());
    };
  }

  private static Optional<String> cut(String prompt, OwnCast cast) {
    String text = prompt.strip();
    if (RATE.length() + text.length() < TextTower.TINY_LONGEST
        || cast.find("tokenizer").isEmpty()) {
      return Optional.empty();
    }
    try (var tokenizer = Tokenizer.read(cast.part("tokenizer").file())) {
      if (fits(tokenizer, text)) {
        return Optional.empty();
      }
      int end = text.length();
      while (end > 0 && !fits(tokenizer, text.substring(0, end))) {
        end = Math.max(text.lastIndexOf(' ', end - 1), 0);
      }
      return Optional.of(text.substring(0, end));
    }
  }

  private static boolean fits(Tokenizer tokenizer, String text) {
    return tokenizer.encode(RATE + text).length <= TextTower.TINY_LONGEST;
  }

  private static Optional<String> quote(String prompt, OwnCast cast) {
    byte[] bytes = QuotedText.of(prompt).getBytes(StandardCharsets.UTF_8);
    int most = TextTower.TINY_QUOTED - 1;
    return cast.find("bytes").isPresent() && bytes.length > most
        ? Optional.of(new String(bytes, 0, most, StandardCharsets.UTF_8))
        : Optional.empty();
  }

  /** One line for each of them that there is. */
  public List<String> sentences() {
    return Stream.of(
            prompt.map(
                read ->
                    "The prompt is longer than this cast reads; it goes as far as \"%s\"."
                        .formatted(tail(read))),
            quote.map(
                read ->
                    "The quoted text is longer than this cast reads; it goes as far as \"%s\"."
                        .formatted(read)))
        .flatMap(Optional::stream)
        .toList();
  }

  /** The last few words. */
  private static String tail(String text) {
    var words = List.of(text.split("\\s+", -1));
    return words.size() <= SHOWN
        ? text
        : "… " + String.join(" ", words.subList(words.size() - SHOWN, words.size()));
  }
}
