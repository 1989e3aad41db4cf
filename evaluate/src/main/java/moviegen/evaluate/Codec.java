package moviegen.evaluate;

import moviegen.media.Bicubic;
import moviegen.media.Frames;

/** A way to keep a film in few bits. */
@FunctionalInterface
interface Codec {
  /** Pixels in a row that an autoencoder makes one. */
  int FACTOR = 8;

  /** Every frame made smaller by 8 and larger again, as pixels of 24 bits. */
  Codec BICUBIC =
      film -> {
        long pixels =
            (long) film.count()
                * Math.ceilDiv(film.width(), FACTOR)
                * Math.ceilDiv(film.height(), FACTOR);
        return new Copy(Bicubic.downAndUp(film, FACTOR), 3L * Byte.SIZE * pixels);
      };

  Copy copy(Frames film);

  /** What a film is after it was kept, and what that took. */
  record Copy(Frames frames, long bits) {
    double bitsPerPixel() {
      return (double) bits / ((long) frames.count() * frames.width() * frames.height());
    }
  }
}
