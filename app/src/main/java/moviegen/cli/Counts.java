package moviegen.cli;

/** Checks of the numbers that commands take. */
final class Counts {
  private Counts() {}

  static void check(String option, long value, long most) {
    if (value < 1 || value > most) {
      throw new IllegalArgumentException(
          "%s is 1 to %,d, got %,d.".formatted(option, most, value));
    }
  }
}
