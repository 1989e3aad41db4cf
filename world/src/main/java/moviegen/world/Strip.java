package moviegen.world;

import java.awt.image.BufferedImage;
import moviegen.media.Frames;

/** A few frames of one film side by side. */
public final class Strip {
  private static final int GAP = 2;

  private Strip() {}

  /** So many frames, evenly chosen from the first to the last. */
  public static BufferedImage of(Frames film, int count) {
    int width = film.width();
    var strip =
        new BufferedImage(count * (width + GAP) - GAP, film.height(), BufferedImage.TYPE_INT_RGB);
    int[] pixels = new int[width * film.height()];
    for (int i = 0; i < count; i++) {
      var frame = film.frame(count == 1 ? 0 : i * (film.count() - 1) / (count - 1));
      for (int p = 0; p < pixels.length; p++) {
        pixels[p] =
            (frame.get(3 * p) & 255) << 16
                | (frame.get(3 * p + 1) & 255) << 8
                | frame.get(3 * p + 2) & 255;
      }
      strip.setRGB(i * (width + GAP), 0, width, film.height(), pixels, 0, width);
    }
    return strip;
  }
}
