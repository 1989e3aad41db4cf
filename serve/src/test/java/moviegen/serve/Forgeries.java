package moviegen.serve;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.zip.CRC32;

/** Files that are not what they seem. */
final class Forgeries {
  private static final String[] PARENTS = {"moov", "trak", "mdia", "minf", "dinf", "dref"};

  private Forgeries() {}

  /** A list of what to fetch, under whatever name. */
  static byte[] playlist(String address) {
    return "#EXTM3U\n#EXT-X-VERSION:3\n#EXTINF:1,\n%s\n#EXT-X-ENDLIST\n"
        .formatted(address)
        .getBytes(StandardCharsets.UTF_8);
  }

  /** A list of files to read one after the other. */
  static byte[] concatenation(String file) {
    return "ffconcat version 1.0\nfile '%s'\n".formatted(file).getBytes(StandardCharsets.UTF_8);
  }

  /** An MP4 whose pictures are said to be in another file: its dref names an address. */
  static byte[] externalFilm(byte[] film, String address) {
    var url = (address + "\0").getBytes(StandardCharsets.UTF_8);
    int entry = find(film, "url ", 0) - 4;
    var forged = ByteBuffer.allocate(film.length + url.length);
    forged.put(film, 0, entry + 12).put(url);
    forged.put(film, entry + 12, film.length - entry - 12);
    forged.putInt(entry, 12 + url.length).putInt(entry + 8, 0);
    int at = 0;
    for (var parent : PARENTS) {
      at = find(film, parent, at) - 4;
      forged.putInt(at, forged.getInt(at) + url.length);
      at += 8;
    }
    return forged.array();
  }

  private static int find(byte[] film, String name, int from) {
    var word = name.getBytes(StandardCharsets.US_ASCII);
    for (int i = from; i + 4 <= film.length; i++) {
      if (film[i] == word[0]
          && film[i + 1] == word[1]
          && film[i + 2] == word[2]
          && film[i + 3] == word[3]) {
        return i;
      }
    }
    throw new IllegalArgumentException("no " + name);
  }

  /** A PNG of this size by its head, with next to nothing behind it. */
  static byte[] picture(int width, int height) {
    var png = ByteBuffer.allocate(8 + 25 + 12 + 12);
    png.putLong(0x89504E470D0A1A0AL);
    var header = ByteBuffer.allocate(17);
    header.put("IHDR".getBytes(StandardCharsets.US_ASCII)).putInt(width).putInt(height);
    header.put(new byte[] {8, 2, 0, 0, 0});
    chunk(png, header.array());
    chunk(png, "IDAT".getBytes(StandardCharsets.US_ASCII));
    chunk(png, "IEND".getBytes(StandardCharsets.US_ASCII));
    return png.array();
  }

  private static void chunk(ByteBuffer png, byte[] content) {
    var sum = new CRC32();
    sum.update(content);
    png.putInt(content.length - 4).put(content).putInt((int) sum.getValue());
  }
}
