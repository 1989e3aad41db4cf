package moviegen.text;

import java.util.List;

/**
 * Texts to features: a tokenizer and the encoder that was trained with it.
 *
 * @param longest tokens beyond which a text is cut
 */
public record TextTower(Tokenizer tokenizer, TextEncoder encoder, int longest) {
  /** Tokens that the tiny cast's prompt-level tower reads. */
  public static final int TINY_LONGEST = 64;

  /** Reads a batch of texts, padded to the longest of them. */
  public TextFeatures read(List<String> texts) {
    var tokens =
        TokenBatch.of(texts.stream().map(text -> tokenizer.encode(text, longest)).toList());
    return encoder.encode(tokens.ids(), tokens.mask());
  }
}
