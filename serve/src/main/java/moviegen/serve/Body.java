package moviegen.serve;

import io.javalin.http.Context;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;

/**
 * The body of a request as it comes in, given up where it is too long or comes too slowly. A client
 * that says nothing at all is the connection's own affair; one that says a byte now and then is met
 * here, at its next byte.
 */
final class Body extends FilterInputStream {
  private static final Duration GRACE = Duration.ofSeconds(5);
  private static final Duration LONGEST = Duration.ofMinutes(15);
  private static final long SLOWEST_BYTES_A_SECOND = 100;

  private final long most;
  private final Duration grace;
  private final Duration longest;
  private final long start = System.nanoTime();
  private long bytes;

  /**
   * @param most bytes
   * @param grace time in which it may come as slowly as it likes
   * @param longest time in all
   */
  Body(InputStream in, long most, Duration grace, Duration longest) {
    super(in);
    this.most = most;
    this.grace = grace;
    this.longest = longest;
  }

  /**
   * Opens the body of a request.
   *
   * @param most bytes that it may have
   * @throws Refusal at once where it announces more
   */
  static Body of(Context context, long most) throws IOException {
    long announced = context.req().getContentLengthLong();
    if (announced > most) {
      throw Refusal.tooLarge(
          "A body of this kind may have at most %,d bytes, got %,d.".formatted(most, announced));
    }
    return new Body(context.req().getInputStream(), most, GRACE, LONGEST);
  }

  @Override
  public int read() throws IOException {
    int read = in.read();
    count(read < 0 ? 0 : 1);
    return read;
  }

  @Override
  public int read(byte[] into, int offset, int length) throws IOException {
    int read = in.read(into, offset, length);
    count(Math.max(0, read));
    return read;
  }

  private void count(int more) {
    bytes += more;
    if (bytes > most) {
      throw Refusal.tooLarge("A body of this kind may have at most %,d bytes.".formatted(most));
    }
    var passed = Duration.ofNanos(System.nanoTime() - start);
    boolean slow =
        passed.compareTo(grace) > 0 && 1000 * bytes < SLOWEST_BYTES_A_SECOND * passed.toMillis();
    if (more > 0 && (slow || passed.compareTo(longest) > 0)) {
      throw Refusal.tooSlow();
    }
  }
}
