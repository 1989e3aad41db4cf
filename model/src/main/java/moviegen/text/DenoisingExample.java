package moviegen.text;

/** A spoiled text and what is to be written. */
public final class DenoisingExample {
  private final int[] input;
  private final int[] target;

  DenoisingExample(int[] input, int[] target) {
    this.input = input;
    this.target = target;
  }

  /** The ids to read (m). */
  public int[] input() {
    return input;
  }

  /** The ids to write (n). */
  public int[] target() {
    return target;
  }
}
