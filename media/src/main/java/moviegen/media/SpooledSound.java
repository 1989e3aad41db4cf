package moviegen.media;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;

/** Sound that waits in a temporary file, which is gone when this is closed. */
public final class SpooledSound implements SoundSource, AutoCloseable {
  private final int rate;
  private final FileChannel file;
  private int length;

  /**
   * Silence of no length.
   *
   * @param folder where there is room for four bytes a sample
   */
  public SpooledSound(Path folder, int rate) {
    this.rate = rate;
    try {
      file =
          FileChannel.open(
              Files.createTempFile(folder, ".sound", ".pcm"),
              StandardOpenOption.READ,
              StandardOpenOption.WRITE,
              StandardOpenOption.DELETE_ON_CLOSE);
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot write a temporary file in %s.".formatted(folder), e);
    }
  }

  /** Adds samples at the end. */
  public void append(float[] values) {
    var bytes = bytes(values.length);
    bytes.asFloatBuffer().put(values);
    try {
      long at = 4L * length;
      while (bytes.hasRemaining()) {
        at += file.write(bytes, at);
      }
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot write sound to a temporary file.", e);
    }
    length = Math.addExact(length, values.length);
  }

  @Override
  public int rate() {
    return rate;
  }

  @Override
  public int length() {
    return length;
  }

  @Override
  public void read(int from, float[] into) {
    int count = Math.clamp((long) length - from, 0, into.length);
    var bytes = bytes(count);
    try {
      while (bytes.hasRemaining()) {
        if (file.read(bytes, 4L * from + bytes.position()) < 0) {
          throw new IOException("a temporary file is shorter than it was");
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot read sound from a temporary file.", e);
    }
    bytes.flip().asFloatBuffer().get(into, 0, count);
    Arrays.fill(into, count, into.length, 0);
  }

  private static ByteBuffer bytes(int samples) {
    return ByteBuffer.allocate(Math.multiplyExact(4, samples)).order(ByteOrder.nativeOrder());
  }

  @Override
  public void close() {
    try {
      file.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
