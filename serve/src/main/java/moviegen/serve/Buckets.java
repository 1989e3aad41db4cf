package moviegen.serve;

import java.util.Comparator;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import moviegen.generate.Aspect;
import moviegen.generate.Cast;
import moviegen.generate.FrameSize;

/** The frame sizes of a cast, one for each aspect, all of about the same area. */
final class Buckets {
  private static final int CELL = 16;
  private static final Pattern SIZE = Pattern.compile("([1-9]\\d{0,4})x([1-9]\\d{0,4})");

  private Buckets() {}

  /** A cast's size for an aspect: with sides of whole cells, as large as its usual one. */
  static FrameSize of(Cast cast, Aspect aspect) {
    var usual = cast.defaults().size();
    double area = (double) usual.width() * usual.height();
    double ratio = ratio(aspect.ratio().split(":", 2));
    return new FrameSize(whole(Math.sqrt(area * ratio)), whole(Math.sqrt(area / ratio)));
  }

  private static int whole(double side) {
    return CELL * (int) Math.round(side / CELL);
  }

  private static double ratio(String... sides) {
    return Double.parseDouble(sides[0]) / Double.parseDouble(sides[1]);
  }

  /** The one nearest in shape; the usual one where nothing, or "auto", is said. */
  static FrameSize nearest(Cast cast, Optional<String> size) {
    return size.map(String::strip)
        .filter(text -> !text.equals("auto"))
        .map(Buckets::shape)
        .map(shape -> nearest(cast, shape))
        .orElse(cast.defaults().size());
  }

  private static double shape(String size) {
    var match = SIZE.matcher(size);
    if (!match.matches()) {
      throw Refusal.wrong(
          "size",
          "A size is WIDTHxHEIGHT such as 1280x720; got \"%s\".".formatted(Text.cut(size, 40)));
    }
    return Math.log(ratio(match.group(1), match.group(2)));
  }

  private static FrameSize nearest(Cast cast, double shape) {
    return Stream.of(Aspect.values())
        .map(aspect -> of(cast, aspect))
        .min(Comparator.comparingDouble(size -> Math.abs(shape(size.toString()) - shape)))
        .orElseThrow();
  }
}
