package moviegen.checkpoint;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** The hash by which a file of weights is known. */
public final class Sha256 {
  private static final long PIECE = 1 << 28;

  private Sha256() {}

  /** The file's SHA-256 in lower-case hexadecimal digits. */
  public static String of(Path file) {
    try (var channel = FileChannel.open(file)) {
      var digest = MessageDigest.getInstance("SHA-256");
      for (long at = 0; at < channel.size(); at += PIECE) {
        long length = Math.min(PIECE, channel.size() - at);
        digest.update(channel.map(FileChannel.MapMode.READ_ONLY, at, length));
      }
      return HexFormat.of().formatHex(digest.digest());
    } catch (IOException e) {
      throw new UncheckedIOException("%s: cannot be read: %s".formatted(file, e), e);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
