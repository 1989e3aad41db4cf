package moviegen.text;

import java.util.Arrays;
import java.util.List;
import moviegen.tensor.HostMemory;
import moviegen.tensor.Tensor;

/**
 * Texts of several lengths side by side.
 *
 * @param ids (b m) int64, zero behind the end of a text
 * @param mask (b m) int64, 1 where there is a token and 0 behind
 */
public record TokenBatch(Tensor ids, Tensor mask) {
  private static final double IGNORED = -100;

  /** Pads every text to the longest of them, and to one token at least. */
  public static TokenBatch of(List<int[]> texts) {
    int most = texts.stream().mapToInt(text -> text.length).max().orElse(0);
    int length = Math.max(1, most);
    var ids = new long[texts.size() * length];
    var mask = new long[ids.length];
    for (int i = 0; i < texts.size(); i++) {
      int[] text = texts.get(i);
      for (int k = 0; k < text.length; k++) {
        ids[i * length + k] = text[k];
      }
      Arrays.fill(mask, i * length, i * length + text.length, 1);
    }
    return new TokenBatch(
        HostMemory.tensor(ids, texts.size(), length),
        HostMemory.tensor(mask, texts.size(), length));
  }

  /** The ids as classes for a cross-entropy, which leaves out what is no token. */
  public Tensor targets() {
    return ids.maskedFill(mask.eq(0), IGNORED);
  }
}
