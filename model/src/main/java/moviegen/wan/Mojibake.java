package moviegen.wan;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** Text that was written in UTF-8 and read in Windows' Western code page, such as {@code cafÃ©}. */
final class Mojibake {
  private static final Charset WINDOWS = Charset.forName("windows-1252");
  private static final int ASCII = 0x80;
  private static final int C1_LAST = 0x9f;

  private Mojibake() {}

  /** The text that was meant, as often as it was misread. */
  static String repair(String text) {
    String now = text;
    for (var next = misread(now); next.isPresent(); next = misread(now)) {
      now = next.get();
    }
    return now;
  }

  private static Optional<String> misread(String text) {
    if (text.chars().allMatch(c -> c < ASCII)) {
      return Optional.empty();
    }
    return bytes(text).flatMap(Mojibake::decode);
  }

  /** The bytes that were read, if all of the text can have come from them. */
  private static Optional<byte[]> bytes(String text) {
    var bytes = new ByteArrayOutputStream();
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c < ASCII || c <= C1_LAST) {
        bytes.write(c);
        continue;
      }
      try {
        bytes.write(WINDOWS.newEncoder().encode(CharBuffer.wrap(new char[] {c})).get());
      } catch (CharacterCodingException _) {
        return Optional.empty();
      }
    }
    return Optional.of(bytes.toByteArray());
  }

  private static Optional<String> decode(byte[] bytes) {
    try {
      return Optional.of(
          StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString());
    } catch (CharacterCodingException _) {
      return Optional.empty();
    }
  }

  /** Control characters that stand for what the code page has in their places. */
  static String fixControls(String text) {
    var fixed = new StringBuilder();
    text.chars()
        .forEach(
            c ->
                fixed.append(
                    c >= ASCII && c <= C1_LAST
                        ? new String(new byte[] {(byte) c}, WINDOWS)
                        : Character.toString(c)));
    return fixed.toString();
  }
}
