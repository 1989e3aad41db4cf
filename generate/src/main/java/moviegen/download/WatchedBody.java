package moviegen.download;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;

/** Bytes from a server that is given up when it has been silent for too long. */
final class WatchedBody extends FilterInputStream {
  private final Thread watch;
  private volatile long heard = System.nanoTime();
  private volatile boolean silent;

  WatchedBody(InputStream body, Duration silence) {
    super(body);
    watch = Thread.ofVirtual().start(() -> watch(silence));
  }

  private void watch(Duration silence) {
    try {
      while (true) {
        long left = silence.toNanos() - (System.nanoTime() - heard);
        if (left <= 0) {
          silent = true;
          in.close();
          return;
        }
        Thread.sleep(Duration.ofNanos(left));
      }
    } catch (InterruptedException | IOException _) {
      // Closed: nobody waits for it any more.
    }
  }

  @Override
  public int read(byte[] into, int offset, int length) throws IOException {
    try {
      int count = super.read(into, offset, length);
      heard = System.nanoTime();
      if (silent) {
        throw new IOException("the server fell silent");
      }
      return count;
    } catch (IOException e) {
      throw silent ? new IOException("the server fell silent", e) : e;
    }
  }

  @Override
  public void close() throws IOException {
    watch.interrupt();
    super.close();
  }
}
