package moviegen.generate;

/** What a request may ask for, and the sentences for what it may not. */
final class Limits {
  static final int STEPS = 50;
  static final double GUIDANCE = 7.5;
  static final int PROMPT = 2_000;
  static final int FRAMES = 256;
  static final int LONGEST = 16;

  /** Room for any small film. */
  static final long FILE_BYTES = 20_000_000;

  private Limits() {}

  static void prompt(String prompt) {
    require(!prompt.isBlank(), "The prompt is empty; say in a few words what the film is to show.");
    int length = prompt.codePointCount(0, prompt.length());
    require(
        length <= PROMPT, "The prompt may have at most %,d characters, got %,d.", PROMPT, length);
  }

  static void negative(String prompt) {
    int length = prompt.codePointCount(0, prompt.length());
    require(
        length <= PROMPT,
        "The negative prompt may have at most %,d characters, got %,d.",
        PROMPT,
        length);
  }

  static void length(double seconds, int fps) {
    require(fps == 16 || fps == 24, "A film has 16 or 24 frames a second, got %d.", fps);
    require(
        seconds >= 1 && seconds <= LONGEST,
        "A film lasts 1 to %d seconds, got %s.",
        LONGEST,
        number(seconds));
    long frames = Math.round(seconds * fps);
    require(
        frames <= FRAMES,
        "A film has at most %d frames, %s seconds at %d frames a second are %d: ask for 16 seconds"
            + " at 16 frames a second or 10.6 at 24.",
        FRAMES,
        number(seconds),
        fps,
        frames);
  }

  /** Room for a film and what is kept of it meanwhile. */
  static long room(Request request) {
    long pixels = (long) request.size().width() * request.size().height() * request.frames();
    return FILE_BYTES + 2 * pixels;
  }

  /** The most frames of a film at a rate. */
  static int frames(int fps) {
    return Math.min(FRAMES, LONGEST * fps);
  }

  static void sampling(int steps, double guidance) {
    require(steps >= 1 && steps <= 1_000, "Steps are 1 to 1,000, got %d.", steps);
    require(
        guidance >= 0 && guidance <= 30,
        "Guidance is a number from 0 to 30 where 1 means none, got %s.",
        number(guidance));
  }

  @SuppressWarnings("AnnotateFormatMethod")
  static void require(boolean holds, String sentence, Object... values) {
    if (!holds) {
      throw new IllegalArgumentException(sentence.formatted(values));
    }
  }

  /** A number as a person writes it: 2, not 2.0. */
  static String number(double value) {
    return value == Math.rint(value) && Math.abs(value) < 1e9
        ? Long.toString((long) value)
        : Double.toString(value);
  }
}
