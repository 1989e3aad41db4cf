package moviegen.generate;

/**
 * What a cast does where a request leaves it open.
 *
 * @param size of a frame
 * @param seconds of a film
 * @param negative what a film is led away from
 */
public record Defaults(
    FrameSize size, double seconds, int fps, int steps, double guidance, String negative) {
  /** The tiny cast's: two seconds at 16 frames a second, square, in 50 guided steps. */
  static final Defaults TINY =
      new Defaults(Aspect.SQUARE.size(), 2, 16, Limits.STEPS, Limits.GUIDANCE, "");

  /** A film of these values. */
  public FilmRequest film(String prompt) {
    return new FilmRequest(prompt, negative, seconds, fps, size, steps, guidance, 1);
  }

  /** A picture of these values. */
  public ImageRequest image(String prompt) {
    return new ImageRequest(prompt, negative, size, steps, guidance, 1);
  }
}
