package moviegen.world;

import java.util.BitSet;

/**
 * Where the subject is seen in one frame.
 *
 * @param width columns of the frame
 * @param height rows of the frame
 * @param bits (h w), set where the subject is
 */
public record Mask(int width, int height, BitSet bits) {
  /** Whether the subject is at a pixel. */
  public boolean at(int x, int y) {
    return bits.get(y * width + x);
  }

  /** How many pixels it covers. */
  public int area() {
    return bits.cardinality();
  }

  static Mask of(Canvas sheet) {
    var bits = new BitSet(sheet.pixels.length);
    for (int i = 0; i < sheet.pixels.length; i++) {
      if (sheet.pixels[i] >>> 24 > 127) {
        bits.set(i);
      }
    }
    return new Mask(sheet.width, sheet.height, bits);
  }
}
