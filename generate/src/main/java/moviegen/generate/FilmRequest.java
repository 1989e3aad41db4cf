package moviegen.generate;

/**
 * A request for a film.
 *
 * @param seconds length, 1 to 16, at most 256 frames
 * @param fps pictures a second, 16 or 24
 * @param sound what is to be heard; a cast that makes no sound makes a silent film
 */
public record FilmRequest(
    String prompt,
    String negative,
    double seconds,
    int fps,
    FrameSize size,
    int steps,
    double guidance,
    long seed,
    SoundWish sound)
    implements Request {
  public FilmRequest {
    Limits.prompt(prompt);
    Limits.negative(negative);
    Limits.length(seconds, fps);
    Limits.sampling(steps, guidance);
  }

  /** With sound as the film would have it. */
  public FilmRequest(
      String prompt,
      String negative,
      double seconds,
      int fps,
      FrameSize size,
      int steps,
      double guidance,
      long seed) {
    this(prompt, negative, seconds, fps, size, steps, guidance, seed, SoundWish.FITTING);
  }

  /** Two seconds at 16 frames a second, square, in 50 guided steps. */
  public static FilmRequest of(String prompt) {
    return new FilmRequest(
        prompt, "", 2, 16, Aspect.SQUARE.size(), Limits.STEPS, Limits.GUIDANCE, 1);
  }

  @Override
  public int frames() {
    return (int) Math.round(seconds * fps);
  }

  public FilmRequest withNegative(String words) {
    return new FilmRequest(prompt, words, seconds, fps, size, steps, guidance, seed, sound);
  }

  public FilmRequest withSeconds(double length) {
    return new FilmRequest(prompt, negative, length, fps, size, steps, guidance, seed, sound);
  }

  public FilmRequest withFps(int rate) {
    return new FilmRequest(prompt, negative, seconds, rate, size, steps, guidance, seed, sound);
  }

  public FilmRequest withSize(FrameSize frame) {
    return new FilmRequest(prompt, negative, seconds, fps, frame, steps, guidance, seed, sound);
  }

  public FilmRequest withSteps(int count) {
    return new FilmRequest(prompt, negative, seconds, fps, size, count, guidance, seed, sound);
  }

  public FilmRequest withGuidance(double scale) {
    return new FilmRequest(prompt, negative, seconds, fps, size, steps, scale, seed, sound);
  }

  public FilmRequest withSeed(long number) {
    return new FilmRequest(prompt, negative, seconds, fps, size, steps, guidance, number, sound);
  }

  public FilmRequest withSound(SoundWish wish) {
    return new FilmRequest(prompt, negative, seconds, fps, size, steps, guidance, seed, wish);
  }
}
