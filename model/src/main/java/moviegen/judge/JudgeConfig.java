package moviegen.judge;

import java.util.List;

/**
 * The shape of a judge.
 *
 * @param width channels of a site of 8×8 pixels; twice as many of one of 16×16
 * @param fine blocks on sites of 8×8 pixels
 * @param coarse blocks on sites of 16×16 pixels
 * @param looks places that it learns to look at, besides the subject's and everywhere
 */
public record JudgeConfig(int width, int fine, int coarse, int looks, List<Question> questions) {
  /** Frames that it sees. */
  public static final int FRAMES = 16;

  /** Frames that it sees of a second. */
  public static final int RATE = 8;

  /** Every side of a film is a multiple of this. */
  public static final int SITE = 16;

  /** Frames to a step. */
  public static final int STRIDE = 2;

  public JudgeConfig {
    questions = List.copyOf(questions);
    if (width < MixBlock.GROUPS || width % MixBlock.GROUPS != 0) {
      throw new IllegalArgumentException(
          "width is %d, expected a multiple of %d".formatted(width, MixBlock.GROUPS));
    }
    if (fine < 1 || coarse < 1 || looks < 1) {
      throw new IllegalArgumentException(
          "%d fine and %d coarse blocks and %d looks, expected at least 1 of each"
              .formatted(fine, coarse, looks));
    }
  }

  /** The judge of the tiny cast's films. */
  public static JudgeConfig tiny(List<Question> questions) {
    return new JudgeConfig(128, 2, 5, 4, questions);
  }

  /** For tests: every part, as small as can be. */
  public static JudgeConfig miniature(List<Question> questions) {
    return new JudgeConfig(16, 1, 1, 1, questions);
  }
}
