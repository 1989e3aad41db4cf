package moviegen.text;

import java.util.Arrays;
import java.util.List;
import moviegen.tensor.HostMemory;

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
    var ids = texts.stream().map(text -> tokenizer.encode(text, longest)).toList();
    int most = ids.stream().mapToInt(text -> text.length).max().orElse(0);
    long[] padded = new long[ids.size() * most];
    long[] mask = new long[padded.length];
    for (int i = 0; i < ids.size(); i++) {
      int[] text = ids.get(i);
      for (int k = 0; k < text.length; k++) {
        padded[i * most + k] = text[k];
      }
      Arrays.fill(mask, i * most, i * most + text.length, 1);
    }
    return encoder.encode(
        HostMemory.tensor(padded, ids.size(), most), HostMemory.tensor(mask, ids.size(), most));
  }
}
