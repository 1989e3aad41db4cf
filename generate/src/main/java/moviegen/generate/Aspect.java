package moviegen.generate;

import java.util.Arrays;
import java.util.stream.Collectors;

/** The shapes of frame that the tiny cast was trained on, all of about the same area. */
public enum Aspect {
  SQUARE("1:1", 128, 128),
  WIDE("16:9", 176, 96),
  TALL("9:16", 96, 176),
  CLASSIC("4:3", 144, 112),
  PORTRAIT("3:4", 112, 144);

  private static final int LARGEST = 176 * 128;
  private static final int CELL = 16;

  private final String ratio;
  private final int width;
  private final int height;

  Aspect(String ratio, int width, int height) {
    this.ratio = ratio;
    this.width = width;
    this.height = height;
  }

  /** Reads {@code 16:9}. */
  public static Aspect parse(String text) {
    return Arrays.stream(values())
        .filter(aspect -> aspect.ratio.equals(text.strip()))
        .findFirst()
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    "An aspect is one of %s; got \"%s\"."
                        .formatted(
                            Arrays.stream(values())
                                .map(Aspect::ratio)
                                .collect(Collectors.joining(", ")),
                            text)));
  }

  public String ratio() {
    return ratio;
  }

  public FrameSize size() {
    return new FrameSize(width, height);
  }

  /** A frame of this shape with about as many pixels as another. */
  public FrameSize like(FrameSize other) {
    double area = (double) other.width() * other.height();
    if (area <= LARGEST) {
      return size();
    }
    double shape = (double) width / height;
    return new FrameSize(round(Math.sqrt(area * shape)), round(Math.sqrt(area / shape)));
  }

  private static int round(double side) {
    return (int) Math.round(side / CELL) * CELL;
  }

  static String sizes() {
    return Arrays.stream(values())
        .map(aspect -> aspect.width + "x" + aspect.height)
        .collect(Collectors.joining(", "));
  }
}
