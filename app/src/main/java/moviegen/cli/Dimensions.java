package moviegen.cli;

import java.util.regex.Pattern;

/** A width and height as typed: {@code 512x288}. */
record Dimensions(int width, int height) {
  private static final Pattern TEXT = Pattern.compile("(\\d{1,4})x(\\d{1,4})");

  static Dimensions parse(String text) {
    var match = TEXT.matcher(text);
    if (!match.matches()) {
      throw new IllegalArgumentException(
          "A size is WIDTHxHEIGHT such as 512x288, got \"%s\".".formatted(text));
    }
    return new Dimensions(Integer.parseInt(match.group(1)), Integer.parseInt(match.group(2)));
  }
}
