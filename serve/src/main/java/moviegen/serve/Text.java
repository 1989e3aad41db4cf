package moviegen.serve;

/** Texts that came from outside, fit to be repeated in a sentence. */
final class Text {
  private Text() {}

  /** On one line, without control characters, and no longer than {@code most} characters. */
  static String cut(String text, int most) {
    var plain = new StringBuilder();
    text.codePoints()
        .limit(most + 1L)
        .map(
            c -> Character.isISOControl(c) || Character.getType(c) == Character.SURROGATE ? ' ' : c)
        .forEach(plain::appendCodePoint);
    return plain.codePointCount(0, plain.length()) > most
        ? plain.substring(0, plain.offsetByCodePoints(0, most)) + "…"
        : plain.toString();
  }

  /** Whether every character is one: no zero, and no half of a pair. */
  static boolean isWhole(String text) {
    return text.codePoints().noneMatch(c -> c == 0 || Character.getType(c) == Character.SURROGATE);
  }
}
