package moviegen.media;

import java.nio.ByteBuffer;

/**
 * A film's pictures: 8-bit RGB in one direct buffer.
 *
 * @param count number of frames, t
 * @param height rows of a frame, h
 * @param width columns of a frame, w
 * @param fps frames a second
 * @param pixels (t h w c), c = red, green, blue, one unsigned byte each
 */
public record Frames(int count, int height, int width, double fps, ByteBuffer pixels) {
  public Frames {
    if (count < 1 || height < 1 || width < 1) {
      throw new IllegalArgumentException(
          "Frames need a count and a size of at least 1, got %d of %dx%d"
              .formatted(count, width, height));
    }
    long bytes = (long) count * height * width * 3;
    if (pixels.capacity() != bytes || !pixels.isDirect()) {
      throw new IllegalArgumentException(
          "%d frames of %dx%d need a direct buffer of %d bytes, got %d"
              .formatted(count, width, height, bytes, pixels.capacity()));
    }
  }

  /** Black frames. */
  public static Frames black(int count, int height, int width, double fps) {
    long bytes = (long) count * height * width * 3;
    return new Frames(count, height, width, fps, ByteBuffer.allocateDirect(Math.toIntExact(bytes)));
  }

  /** One frame's pixels, sharing memory with all. */
  public ByteBuffer frame(int index) {
    int bytes = height * width * 3;
    return pixels.slice(index * bytes, bytes);
  }

  /** One frame as a film of its own, sharing memory with all. */
  public Frames only(int index) {
    return new Frames(1, height, width, fps, frame(index));
  }

  /** Length in seconds. */
  public double seconds() {
    return count / fps;
  }
}
