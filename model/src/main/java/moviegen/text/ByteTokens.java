package moviegen.text;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** The bytes of a text as ByT5 reads them: three ids are for padding, the end and the unknown. */
public final class ByteTokens {
  /** Number of ids, with ByT5's spare ones. */
  public static final int VOCABULARY = 384;

  private static final int FIRST_BYTE = 3;

  /** Number of ids that a text can have; the spare ones are behind them. */
  public static final int BYTES = FIRST_BYTE + 256;

  private static final int END = 1;

  private ByteTokens() {}

  /** The ids of {@code text} and the end, at most {@code longest} in all. */
  public static int[] encode(String text, int longest) {
    if (longest < 1) {
      throw new IllegalArgumentException(
          "A text may have %d tokens, expected at least 1 for its end".formatted(longest));
    }
    var bytes = text.getBytes(StandardCharsets.UTF_8);
    int length = Math.min(bytes.length, longest - 1);
    var ids = new int[length + 1];
    for (int i = 0; i < length; i++) {
      ids[i] = Byte.toUnsignedInt(bytes[i]) + FIRST_BYTE;
    }
    ids[length] = END;
    return ids;
  }

  /** The text of {@code ids}; whatever is no byte is left out. */
  public static String decode(int... ids) {
    var bytes = new byte[ids.length];
    int length = 0;
    for (int id : ids) {
      int value = id - FIRST_BYTE;
      if (value >= 0 && value <= 0xFF) {
        bytes[length++] = (byte) value;
      }
    }
    return new String(Arrays.copyOf(bytes, length), StandardCharsets.UTF_8);
  }
}
