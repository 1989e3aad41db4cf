package moviegen.serve;

import java.util.Optional;
import java.util.regex.Pattern;

/** The part of a file that a client asks for (RFC 9110, section 14). */
record Range(long first, long last) {
  private static final Pattern ONE = Pattern.compile("bytes=(\\d{0,18})-(\\d{0,18})");

  long length() {
    return last - first + 1;
  }

  /**
   * Reads a header; what is no single range of bytes is no range at all.
   *
   * @throws Refusal where no byte of the file is in the range
   */
  static Optional<Range> parse(Optional<String> header, long size) {
    var match = ONE.matcher(header.map(String::strip).orElse(""));
    if (!match.matches() || match.group(1).isEmpty() && match.group(2).isEmpty()) {
      return Optional.empty();
    }
    long first = 0;
    long last = size - 1;
    if (match.group(1).isEmpty()) {
      long count = Long.parseLong(match.group(2));
      first = count == 0 ? size : Math.max(0, size - count);
    } else {
      first = Long.parseLong(match.group(1));
      if (!match.group(2).isEmpty()) {
        long end = Long.parseLong(match.group(2));
        if (end < first) {
          return Optional.empty();
        }
        last = Math.min(last, end);
      }
    }
    if (first >= size) {
      throw new Refusal(
          416,
          "invalid_range",
          "The file has %,d bytes; the range begins after them.".formatted(size));
    }
    return Optional.of(new Range(first, last));
  }
}
