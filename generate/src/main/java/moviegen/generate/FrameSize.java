package moviegen.generate;

import java.util.regex.Pattern;

/**
 * Width and height of a frame in pixels, multiples of 16 from 64 to 1280; a cast may make fewer.
 */
public record FrameSize(int width, int height) {
  private static final int LARGEST = 1280;
  private static final Pattern TEXT = Pattern.compile("(\\d{1,5})x(\\d{1,5})");

  public FrameSize {
    Limits.require(
        fits(width) && fits(height),
        "A size is WIDTHxHEIGHT with sides that are multiples of 16 from 64 to 1280, such as %s;"
            + " got %dx%d.",
        Aspect.sizes(),
        width,
        height);
  }

  /** Reads {@code 176x96}. */
  public static FrameSize parse(String text) {
    var match = TEXT.matcher(text.strip());
    Limits.require(
        match.matches(), "A size is WIDTHxHEIGHT such as %s; got \"%s\".", Aspect.sizes(), text);
    return new FrameSize(Integer.parseInt(match.group(1)), Integer.parseInt(match.group(2)));
  }

  private static boolean fits(int side) {
    return side >= 64 && side <= LARGEST && side % 16 == 0;
  }

  @Override
  public String toString() {
    return width + "x" + height;
  }
}
