package moviegen.media;

import java.io.ByteArrayOutputStream;
import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.zip.CRC32;

/** The tags of a PNG picture, kept in plain iTXt chunks (PNG specification, section 11.3.3.4). */
final class PngText {
  static final long SIGNATURE = 0x89504E470D0A1A0AL;

  private static final String XMP = "XML:com.adobe.xmp";
  private static final int ITXT = 0x69545874;
  private static final int TEXT = 0x74455874;
  private static final int AFTER_HEADER = 8 + 25;
  private static final int LARGEST = 1 << 20;

  private PngText() {}

  /** The picture with its tags put right behind its header. */
  static byte[] insert(byte[] png, Tags tags) {
    var chunks = new LinkedHashMap<String, String>();
    tags.text().forEach((name, value) -> chunks.put(keyword(name), value));
    tags.xmp().ifPresent(packet -> chunks.put(XMP, packet));
    var result = new ByteArrayOutputStream();
    result.write(png, 0, AFTER_HEADER);
    chunks.forEach((name, value) -> result.writeBytes(chunk(name, value)));
    result.write(png, AFTER_HEADER, png.length - AFTER_HEADER);
    return result.toByteArray();
  }

  /** Keyword, no compression, no language, no translation, text. */
  private static byte[] chunk(String keyword, String text) {
    var content = (keyword + "\0\0\0\0\0" + text).getBytes(StandardCharsets.UTF_8);
    var chunk = ByteBuffer.allocate(content.length + 12);
    chunk.putInt(content.length).putInt(ITXT).put(content);
    var crc = new CRC32();
    crc.update(chunk.slice(4, content.length + 4));
    return chunk.putInt((int) crc.getValue()).array();
  }

  /** Our {@code comment} is PNG's {@code Comment}. */
  private static String keyword(String name) {
    return name.substring(0, 1).toUpperCase(Locale.ROOT) + name.substring(1);
  }

  /** The tags of a PNG file's bytes; a compressed or overlong one is left out. */
  static Tags read(byte[] png) {
    var text = new LinkedHashMap<String, String>();
    var in = ByteBuffer.wrap(png);
    try {
      if (in.getLong() != SIGNATURE) {
        return Tags.NONE;
      }
      while (in.remaining() >= 12) {
        var length = in.getInt();
        var type = in.getInt();
        if (length < 0 || length > in.remaining() - 4) {
          break;
        }
        if ((type == ITXT || type == TEXT) && length <= LARGEST) {
          entry(in.slice(in.position(), length), type == ITXT)
              .ifPresent(e -> text.put(e.getKey(), e.getValue()));
        }
        in.position(in.position() + length + 4);
      }
    } catch (BufferUnderflowException e) {
      return Tags.NONE;
    }
    var xmp = Optional.ofNullable(text.remove(XMP));
    var tags = new LinkedHashMap<String, String>();
    text.forEach((name, value) -> tags.put(name.toLowerCase(Locale.ROOT), value));
    return new Tags(tags, xmp);
  }

  private static Optional<Map.Entry<String, String>> entry(
      ByteBuffer chunk, boolean international) {
    var keyword = word(chunk);
    if (international) {
      if (chunk.remaining() < 2 || chunk.get() != 0) {
        return Optional.empty();
      }
      chunk.get();
      word(chunk);
      word(chunk);
    }
    var charset = international ? StandardCharsets.UTF_8 : StandardCharsets.ISO_8859_1;
    return Optional.of(Map.entry(keyword, charset.decode(chunk).toString()));
  }

  /** Reads up to the next zero. */
  private static String word(ByteBuffer chunk) {
    var word = new StringBuilder();
    while (chunk.hasRemaining()) {
      var c = (char) (chunk.get() & 0xff);
      if (c == 0) {
        break;
      }
      word.append(c);
    }
    return word.toString();
  }
}
