package moviegen.media;

/**
 * How two films differ.
 *
 * @param largest greatest difference of a color value, 0 to 255
 * @param differing share of color values that differ, 0 to 1
 * @param psnr peak signal to noise ratio in dB, infinite for equal films
 */
public record Difference(int largest, double differing, double psnr) {
  public static Difference between(Frames a, Frames b) {
    Fidelity.checkAlike(a, b);
    var largest = 0;
    var differing = 0L;
    var values = a.pixels().capacity();
    for (var i = 0; i < values; i++) {
      var error = Math.abs((a.pixels().get(i) & 0xff) - (b.pixels().get(i) & 0xff));
      largest = Math.max(largest, error);
      differing += error == 0 ? 0 : 1;
    }
    return new Difference(largest, differing / (double) values, Fidelity.psnr(a, b));
  }

  /** Whether no value differs. */
  public boolean equal() {
    return largest == 0;
  }
}
