package moviegen.media;

import java.util.BitSet;
import java.util.List;

/**
 * How near a film is to its original.
 *
 * @param psnr peak signal to noise ratio in dB, infinite for equal films
 * @param ssim mean structural similarity of luma, 1 for equal films
 */
public record Fidelity(double psnr, double ssim) {
  private static final double PEAK = 255;

  public static Fidelity of(Frames original, Frames copy) {
    return new Fidelity(psnr(original, copy), ssim(original, copy));
  }

  /** PSNR of a film, from its mean squared error over all frames in 8-bit RGB. */
  public static double psnr(Frames original, Frames copy) {
    checkAlike(original, copy);
    var bytes = original.width() * original.height() * 3;
    var a = new byte[bytes];
    var b = new byte[bytes];
    var sum = 0L;
    for (var t = 0; t < original.count(); t++) {
      original.frame(t).get(0, a);
      copy.frame(t).get(0, b);
      for (var i = 0; i < bytes; i++) {
        sum += square(a[i], b[i]);
      }
    }
    return decibels(sum, (double) bytes * original.count());
  }

  /**
   * PSNR over the marked pixels alone.
   *
   * @param mask per frame the pixels that count, (h w); at least one must
   */
  public static double psnr(Frames original, Frames copy, List<BitSet> mask) {
    checkAlike(original, copy);
    if (mask.size() != original.count()) {
      throw new IllegalArgumentException(
          "A mask of %d frames for a film of %d.".formatted(mask.size(), original.count()));
    }
    var sum = 0L;
    var pixels = 0L;
    for (var t = 0; t < original.count(); t++) {
      var a = original.frame(t);
      var b = copy.frame(t);
      var marked = mask.get(t);
      for (var i = marked.nextSetBit(0); i >= 0; i = marked.nextSetBit(i + 1)) {
        for (var c = 3 * i; c < 3 * i + 3; c++) {
          sum += square(a.get(c), b.get(c));
        }
      }
      pixels += marked.cardinality();
    }
    if (pixels == 0) {
      throw new IllegalArgumentException("A mask without a pixel has no PSNR.");
    }
    return decibels(sum, 3.0 * pixels);
  }

  /** Mean SSIM over all frames, see {@link Ssim}. */
  public static double ssim(Frames original, Frames copy) {
    checkAlike(original, copy);
    var ssim = new Ssim(original.width(), original.height());
    var sum = 0.0;
    for (var t = 0; t < original.count(); t++) {
      sum += ssim.of(original.frame(t), copy.frame(t));
    }
    return sum / original.count();
  }

  private static long square(byte a, byte b) {
    int error = (a & 0xff) - (b & 0xff);
    return (long) error * error;
  }

  static void checkAlike(Frames a, Frames b) {
    if (a.count() != b.count() || a.width() != b.width() || a.height() != b.height()) {
      throw new IllegalArgumentException(
          "Only films of one size and length compare, got %d frames of %dx%d and %d of %dx%d."
              .formatted(a.count(), a.width(), a.height(), b.count(), b.width(), b.height()));
    }
  }

  static double decibels(long squares, double values) {
    return squares == 0
        ? Double.POSITIVE_INFINITY
        : 10 * Math.log10(PEAK * PEAK * values / squares);
  }
}
