package moviegen.serve;

import java.util.Comparator;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import moviegen.generate.Aspect;
import moviegen.generate.FrameSize;

/** The frame sizes that a cast has learned, and which of them is nearest to another. */
final class Buckets {
  private static final Pattern SIZE = Pattern.compile("([1-9]\\d{0,4})x([1-9]\\d{0,4})");

  private Buckets() {}

  /** By the ratio of width and height; the square where nothing, or "auto", is said. */
  static FrameSize nearest(Optional<String> size) {
    return size.map(String::strip)
        .filter(text -> !text.equals("auto"))
        .map(Buckets::ratio)
        .map(Buckets::nearest)
        .orElse(Aspect.SQUARE)
        .size();
  }

  private static double ratio(String size) {
    var match = SIZE.matcher(size);
    if (!match.matches()) {
      throw Refusal.wrong(
          "size",
          "A size is WIDTHxHEIGHT such as 1280x720; got \"%s\".".formatted(Text.cut(size, 40)));
    }
    return Math.log(Double.parseDouble(match.group(1)) / Double.parseDouble(match.group(2)));
  }

  private static Aspect nearest(double ratio) {
    return Stream.of(Aspect.values())
        .min(Comparator.comparingDouble(aspect -> Math.abs(ratio(aspect) - ratio)))
        .orElseThrow();
  }

  private static double ratio(Aspect aspect) {
    return Math.log((double) aspect.size().width() / aspect.size().height());
  }
}
