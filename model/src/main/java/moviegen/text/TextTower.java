package moviegen.text;

import java.util.List;

/**
 * Texts to features: what splits them and the encoder that was trained with it.
 *
 * @param longest tokens beyond which a text is cut
 */
public record TextTower(TextIds ids, TextEncoder encoder, int longest) {
  /** Tokens that the tiny cast's prompt-level towers read. */
  public static final int TINY_LONGEST = 64;

  /** Bytes of quoted text that the tiny cast's character-level tower reads, with the end. */
  public static final int TINY_QUOTED = 16;

  /** A prompt-level tower. */
  public TextTower(Tokenizer tokenizer, TextEncoder encoder, int longest) {
    this(tokenizer::encode, encoder, longest);
  }

  /** A character-level tower, to which only quoted text is shown (section 3.1.4). */
  public static TextTower ofQuotes(TextEncoder encoder) {
    return new TextTower(TextIds.QUOTED, encoder, TINY_QUOTED);
  }

  /** Reads a batch of texts, padded to the longest of them. */
  public TextFeatures read(List<String> texts) {
    var tokens = TokenBatch.of(texts.stream().map(text -> ids.of(text, longest)).toList());
    return encoder.encode(tokens.ids(), tokens.mask());
  }
}
