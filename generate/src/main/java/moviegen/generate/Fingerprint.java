package moviegen.generate;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;

/**
 * By what large files are known again without reading them: the hash of their lengths and of some
 * pages of each.
 */
final class Fingerprint {
  private static final int PAGES = 64;
  private static final int PAGE = 4096;

  private Fingerprint() {}

  /** 64 hexadecimal digits. */
  static String of(List<Path> files) {
    try {
      var digest = MessageDigest.getInstance("SHA-256");
      for (Path file : files) {
        add(digest, file);
      }
      return HexFormat.of().formatHex(digest.digest());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }

  private static void add(MessageDigest digest, Path file) throws IOException {
    try (var channel = FileChannel.open(file)) {
      long length = channel.size();
      digest.update(ByteBuffer.allocate(Long.BYTES).putLong(0, length));
      var page = ByteBuffer.allocate(PAGE);
      for (int i = 0; i < PAGES; i++) {
        int read = channel.read(page.clear(), length / PAGES * i);
        if (read > 0) {
          digest.update(page.flip());
        }
      }
    }
  }
}
