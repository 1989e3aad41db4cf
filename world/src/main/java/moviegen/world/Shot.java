package moviegen.world;

/**
 * How a scene is filmed.
 *
 * @param width columns of a frame, 16 to 4096
 * @param height rows of a frame, 16 to 4096
 * @param frames number of frames
 * @param fps frames a second
 */
public record Shot(int width, int height, int frames, double fps) {
  public Shot {
    if (width < 16 || height < 16 || width > 4096 || height > 4096) {
      throw new IllegalArgumentException(
          "a shot is 16x16 to 4096x4096 pixels, got %dx%d".formatted(width, height));
    }
    if (frames < 1) {
      throw new IllegalArgumentException("a shot has at least 1 frame, got " + frames);
    }
    if (!(fps > 0 && fps <= 240)) {
      throw new IllegalArgumentException("a shot has 1 to 240 frames a second, got " + fps);
    }
  }

  /** Length in seconds. */
  public double seconds() {
    return frames / fps;
  }

  /** The time of a frame in seconds. */
  public double time(int frame) {
    return frame / fps;
  }

  /** The length, in pixels, that all sizes in the world are fractions of. */
  double unit() {
    return Math.sqrt((double) width * height);
  }
}
