package moviegen.wan;

import java.text.Normalizer;
import java.util.regex.Pattern;

/**
 * What happens to a prompt before it is cut into pieces: the repairs of the Python library ftfy, as
 * far as prompts need them, then HTML's characters, twice, then single spaces.
 */
public final class PromptCleaning {
  /*
   * Of ftfy 6, in its order: HTML's characters unless the text has a tag, misread UTF-8, control
   * characters that stand for punctuation, ligatures, the widths of East Asian characters, straight
   * quotes, line ends, lone surrogates, terminal colors, other control characters, NFC. Of misread
   * UTF-8 only the commonest kind is repaired, and only where the whole text is of it.
   */
  private static final Pattern TERMINAL = Pattern.compile("\u001b\\[((?:\\d|;)*)([a-zA-Z])");
  private static final Pattern CONTROL =
      Pattern.compile(
          "[\u0000-\u0008\u000b\u000e-\u001f\u007f\u206a-\u206f\ufeff\ufff9-\ufffc]");
  private static final Pattern LINE_END = Pattern.compile("\r\n|[\r\u2028\u2029\u0085]");
  private static final Pattern SINGLE_QUOTE = Pattern.compile("[\u02bc\u2018-\u201b]");
  private static final Pattern DOUBLE_QUOTE = Pattern.compile("[\u201c-\u201f]");
  private static final Pattern LONE_SURROGATE =
      Pattern.compile("[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]");
  private static final Pattern LIGATURE =
      Pattern.compile("[\u0132\u0133\u0149\u01c4-\u01cc\u01f1-\u01f3\ufb00-\ufb06]");
  private static final Pattern WIDTH = Pattern.compile("[\u3000\uff01-\uffef]");
  private static final Pattern SPACE =
      Pattern.compile("\\s+", Pattern.UNICODE_CHARACTER_CLASS);

  private PromptCleaning() {}

  /** The prompt as the text encoder is to read it. */
  public static String clean(String prompt) {
    String text = repair(prompt);
    text = HtmlEntities.unescape(HtmlEntities.unescape(text));
    return SPACE.matcher(text).replaceAll(" ").strip();
  }

  private static String repair(String prompt) {
    String before;
    String text = prompt;
    do {
      before = text;
      text = repairOnce(before);
    } while (!text.equals(before));
    return text;
  }

  private static String repairOnce(String before) {
    String text = before.contains("<") ? before : HtmlEntities.unescapeStrictly(before);
    text = Mojibake.fixControls(Mojibake.repair(text));
    text = compatible(LIGATURE, text);
    text = compatible(WIDTH, text);
    text = SINGLE_QUOTE.matcher(text).replaceAll("'");
    text = DOUBLE_QUOTE.matcher(text).replaceAll("\"");
    text = LINE_END.matcher(text).replaceAll("\n");
    text = LONE_SURROGATE.matcher(text).replaceAll("\ufffd");
    text = TERMINAL.matcher(text).replaceAll("");
    text = CONTROL.matcher(text).replaceAll("");
    return Normalizer.normalize(text, Normalizer.Form.NFC);
  }

  /** Writes each match of {@code pattern} as the characters that it is compatible with. */
  private static String compatible(Pattern pattern, String text) {
    return pattern
        .matcher(text)
        .replaceAll(match -> Normalizer.normalize(match.group(), Normalizer.Form.NFKC));
  }
}
