package moviegen.text;

import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * The part of a prompt that asks for characters to be drawn: what stands in quotation marks, which
 * is all that ByT5 gets to read (section 3.1.4).
 */
public final class QuotedText {
  /** Double marks anywhere; single ones only around words, where they are no apostrophes. */
  private static final Pattern QUOTED =
      Pattern.compile(
          "\"([^\"]*)\"|“([^”]*)”|«([^»]*)»"
              + "|(?<![\\p{L}\\p{N}])'([^']*)'(?![\\p{L}\\p{N}])"
              + "|(?<![\\p{L}\\p{N}])‘([^’]*)’(?![\\p{L}\\p{N}])");

  private QuotedText() {}

  /** All quoted strings of {@code prompt} in a row, or an empty text if nothing is quoted. */
  public static String of(String prompt) {
    return QUOTED
        .matcher(prompt)
        .results()
        .map(QuotedText::inside)
        .filter(text -> !text.isEmpty())
        .collect(Collectors.joining(" "));
  }

  private static String inside(MatchResult match) {
    return IntStream.rangeClosed(1, match.groupCount())
        .filter(group -> match.start(group) >= 0)
        .mapToObj(match::group)
        .collect(Collectors.joining())
        .strip();
  }
}
