package moviegen.text;

/** Turns a text into the ids that a tower reads. */
@FunctionalInterface
public interface TextIds {
  /** The bytes of what a prompt wants written, as ByT5 reads them. */
  TextIds QUOTED = (text, longest) -> ByteTokens.encode(QuotedText.of(text), longest);

  /**
   * @param longest the most ids, the end included; a longer text is cut
   * @return (m)
   */
  int[] of(String text, int longest);
}
