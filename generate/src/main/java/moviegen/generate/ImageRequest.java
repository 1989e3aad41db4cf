package moviegen.generate;

/** A request for one picture: a film of one frame. */
public record ImageRequest(
    String prompt, String negative, FrameSize size, int steps, double guidance, long seed)
    implements Request {
  public ImageRequest {
    Limits.prompt(prompt);
    Limits.negative(negative);
    Limits.sampling(steps, guidance);
  }

  /** A square picture, in 50 guided steps. */
  public static ImageRequest of(String prompt) {
    return new ImageRequest(prompt, "", Aspect.SQUARE.size(), Limits.STEPS, Limits.GUIDANCE, 1);
  }

  @Override
  public int frames() {
    return 1;
  }

  @Override
  public int fps() {
    return 16;
  }

  public ImageRequest withNegative(String words) {
    return new ImageRequest(prompt, words, size, steps, guidance, seed);
  }

  public ImageRequest withSize(FrameSize frame) {
    return new ImageRequest(prompt, negative, frame, steps, guidance, seed);
  }

  public ImageRequest withSteps(int count) {
    return new ImageRequest(prompt, negative, size, count, guidance, seed);
  }

  public ImageRequest withGuidance(double scale) {
    return new ImageRequest(prompt, negative, size, steps, scale, seed);
  }

  public ImageRequest withSeed(long number) {
    return new ImageRequest(prompt, negative, size, steps, guidance, number);
  }
}
