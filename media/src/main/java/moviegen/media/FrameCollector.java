package moviegen.media;

import java.nio.ByteBuffer;
import java.nio.file.Path;

/** Frames that arrive one by one, in one direct buffer that grows within limits. */
final class FrameCollector {
  private final Path file;
  private final Limits limits;
  private final int width;
  private final int height;
  private ByteBuffer pixels;
  private int count;

  FrameCollector(Path file, Limits limits, int width, int height, long expected) {
    this.file = file;
    this.limits = limits;
    this.width = width;
    this.height = height;
    var room = limits.checkDecoded(file, Math.max(1, expected), width, height);
    pixels = ByteBuffer.allocateDirect(room);
  }

  int count() {
    return count;
  }

  /** Room for one more frame, to be filled by the caller. */
  ByteBuffer next() {
    var bytes = width * height * 3;
    var needed = limits.checkDecoded(file, count + 1L, width, height);
    if (needed > pixels.capacity()) {
      var room = Math.min(2L * needed, Math.min(limits.decodedBytes(), Integer.MAX_VALUE));
      var larger = ByteBuffer.allocateDirect((int) Math.max(needed, room));
      larger.put(0, pixels, 0, count * bytes);
      pixels = larger;
    }
    return pixels.slice(count++ * bytes, bytes);
  }

  Frames frames(double fps) {
    if (count == 0) {
      throw new IllegalArgumentException("%s has no readable picture.".formatted(file));
    }
    return new Frames(count, height, width, fps, pixels.slice(0, count * width * height * 3));
  }
}
