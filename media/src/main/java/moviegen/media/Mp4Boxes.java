package moviegen.media;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;

/** The top-level boxes of an MP4 file (ISO/IEC 14496-12, section 4.2), and the one that is XMP. */
final class Mp4Boxes {
  private static final byte[] XMP = HexFormat.of().parseHex("be7acfcb97a942e89c71999491e3afac");
  private static final int HEADER = 8;
  private static final int MOST_BOXES = 100_000;
  private static final int LARGEST_XMP = 1 << 20;

  /**
   * One box.
   *
   * @param type its four letters
   * @param start first byte of its header
   * @param content first byte after its header
   * @param end first byte after it
   */
  record Box(String type, long start, long content, long end) {}

  private Mp4Boxes() {}

  /**
   * All top-level boxes; none if the file is something else.
   *
   * @throws IllegalArgumentException if a box reaches beyond the file's end
   */
  static List<Box> of(Path file) {
    try (var channel = FileChannel.open(file, StandardOpenOption.READ)) {
      return boxes(channel, file);
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot read %s.".formatted(file), e);
    }
  }

  private static List<Box> boxes(FileChannel channel, Path file) throws IOException {
    var boxes = new ArrayList<Box>();
    var size = channel.size();
    for (var start = 0L; start < size && boxes.size() < MOST_BOXES; ) {
      var box = box(channel, start, size);
      if (boxes.isEmpty() && (box.isEmpty() || !box.get().type().equals("ftyp"))) {
        return List.of();
      }
      if (box.isEmpty() || box.get().end() > size) {
        throw new IllegalArgumentException(
            "%s is truncated: it ends at byte %d, within its part '%s'."
                .formatted(file, size, box.map(Box::type).orElse("?")));
      }
      boxes.add(box.get());
      start = box.get().end();
    }
    return boxes;
  }

  private static Optional<Box> box(FileChannel channel, long start, long size) throws IOException {
    var header = read(channel, start, (int) Math.min(2 * HEADER, size - start));
    if (header.remaining() < HEADER) {
      return Optional.empty();
    }
    long length = Integer.toUnsignedLong(header.getInt());
    var letters = new byte[4];
    header.get(letters);
    var type = new String(letters, StandardCharsets.ISO_8859_1);
    var content = start + HEADER;
    if (length == 0) {
      length = size - start;
    } else if (length == 1) {
      if (header.remaining() < HEADER) {
        return Optional.empty();
      }
      length = header.getLong();
      content += HEADER;
    }
    var valid = length >= content - start && length <= Long.MAX_VALUE - start;
    return valid ? Optional.of(new Box(type, start, content, start + length)) : Optional.empty();
  }

  /** The XMP packet of a film, if it has one. */
  static Optional<String> xmp(Path file) {
    try (var channel = FileChannel.open(file, StandardOpenOption.READ)) {
      for (var box : boxes(channel, file)) {
        var length = box.end() - box.content();
        if (box.type().equals("uuid") && length >= XMP.length && length <= LARGEST_XMP) {
          var content = read(channel, box.content(), (int) length);
          var uuid = new byte[XMP.length];
          content.get(uuid);
          if (Arrays.equals(uuid, XMP)) {
            return Optional.of(StandardCharsets.UTF_8.decode(content).toString());
          }
        }
      }
      return Optional.empty();
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot read %s.".formatted(file), e);
    }
  }

  /** Appends an XMP packet; what stands before it keeps its place, so no offset changes. */
  static void appendXmp(Path file, String packet) {
    var text = packet.getBytes(StandardCharsets.UTF_8);
    var box = ByteBuffer.allocate(HEADER + XMP.length + text.length);
    box.putInt(box.capacity()).put("uuid".getBytes(StandardCharsets.US_ASCII)).put(XMP).put(text);
    box.flip();
    try (var channel = FileChannel.open(file, StandardOpenOption.APPEND)) {
      while (box.hasRemaining()) {
        channel.write(box);
      }
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot mark %s.".formatted(file), e);
    }
  }

  private static ByteBuffer read(FileChannel channel, long position, int length)
      throws IOException {
    var bytes = ByteBuffer.allocate(length);
    while (bytes.hasRemaining() && channel.read(bytes, position + bytes.position()) >= 0) {}
    return bytes.flip();
  }
}
