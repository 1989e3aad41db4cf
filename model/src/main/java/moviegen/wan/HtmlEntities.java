package moviegen.wan;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The characters that HTML writes by name or number after an ampersand: the names of HTML 4, of
 * which those of Latin-1 may come without a semicolon, as browsers take them.
 */
final class HtmlEntities {
  private static final Pattern STRICT = Pattern.compile("&(#?[0-9A-Za-z]{1,24});");
  private static final Pattern LENIENT =
      Pattern.compile("&(#[0-9]+;?|#[xX][0-9a-fA-F]+;?|[^\\t\\n\\f <&#;]{1,32};?)");
  private static final String UNKNOWN = "\ufffd";
  private static final int C1_FIRST = 0x80;
  private static final int C1_LAST = 0x9f;
  private static final Charset WINDOWS = Charset.forName("windows-1252");
  private static final Map<String, String> NAMED = read();

  private HtmlEntities() {}

  /** Names by what stands between the ampersand and the end, with its semicolon. */
  private static Map<String, String> read() {
    try (var in =
        Objects.requireNonNull(HtmlEntities.class.getResourceAsStream("html_entities.txt"))) {
      var named = new HashMap<String, String>();
      for (String line : new String(in.readAllBytes(), StandardCharsets.UTF_8).lines().toList()) {
        int space = line.indexOf(' ');
        String name = line.substring(0, space);
        String character = Character.toString(Integer.parseInt(line.substring(space + 1)));
        named.put(name, character);
        named.put(name.endsWith(";") ? name : name + ";", character);
      }
      return named;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Replaces what ends in a semicolon and is known. */
  static String unescapeStrictly(String text) {
    return STRICT
        .matcher(text)
        .replaceAll(
            match ->
                Matcher.quoteReplacement(
                    character(match.group(1) + ";")
                        .filter(c -> !c.equals(UNKNOWN))
                        .orElse(match.group())));
  }

  /** Replaces whatever a browser would, the longest name that fits where a semicolon is missing. */
  static String unescape(String text) {
    return LENIENT
        .matcher(text)
        .replaceAll(match -> Matcher.quoteReplacement(leniently(match.group(1))));
  }

  private static String leniently(String entity) {
    if (entity.startsWith("#")) {
      return character(entity).orElse("&" + entity);
    }
    for (int length = entity.length(); length > 1; length--) {
      var character = Optional.ofNullable(NAMED.get(entity.substring(0, length)));
      if (character.isPresent()) {
        return character.get() + entity.substring(length);
      }
    }
    return "&" + entity;
  }

  private static Optional<String> character(String entity) {
    if (!entity.startsWith("#")) {
      return Optional.ofNullable(NAMED.get(entity));
    }
    String digits = entity.substring(1).replace(";", "");
    boolean hexadecimal = digits.startsWith("x") || digits.startsWith("X");
    try {
      return Optional.of(
          numbered(
              hexadecimal
                  ? Long.parseLong(digits.substring(1), 16)
                  : Long.parseLong(digits, 10)));
    } catch (NumberFormatException _) {
      return digits.matches("[0-9]+|[xX][0-9a-fA-F]+") ? Optional.of(UNKNOWN) : Optional.empty();
    }
  }

  private static String numbered(long code) {
    if (code >= C1_FIRST && code <= C1_LAST) {
      return new String(new byte[] {(byte) code}, WINDOWS);
    }
    boolean character = code > 0 && code <= Character.MAX_CODE_POINT;
    boolean surrogate = code >= Character.MIN_SURROGATE && code <= Character.MAX_SURROGATE;
    return character && !surrogate ? Character.toString((int) code) : UNKNOWN;
  }
}
