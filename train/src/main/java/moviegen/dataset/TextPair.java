package moviegen.dataset;

import java.util.SplittableRandom;
import moviegen.audio.SoundPrompt;
import moviegen.text.TextTower;
import moviegen.world.Caption;
import moviegen.world.Scene;
import moviegen.world.Shot;

/**
 * Two texts that tell the same of a scene, for the tower that reads prompts: of what is seen, or of
 * what is heard, since the sound of a film is asked for by the same tower.
 *
 * @param text is read
 * @param other is to be written
 */
public record TextPair(String text, String other) {
  private static final int SIDE = 128;
  private static final int FRAMES = 64;
  private static final int FPS = 16;
  private static final Shot SHOT = new Shot(SIDE, SIDE, FRAMES, FPS);

  /** What a text is, and its most tokens. */
  public enum Kind {
    HEARD(100),
    LIST(50),
    FULL(61),
    BRIEF(28);

    private final int longest;

    Kind(int longest) {
      this.longest = longest;
    }

    int longest() {
      return longest;
    }
  }

  /**
   * What a step reads and what it writes. All of its texts are of these kinds, so that no short one
   * is padded to the length of a long one, and there are more of them the shorter they are.
   */
  public record Task(Kind read, Kind written) {
    private static final int TOKENS = 4_608;

    /**
     * One step in ten is of what is heard. Most others write the list of what a caption says, so
     * that the tower must know all of it, and more often of a brief one, which teaches most for its
     * price.
     */
    public static Task draw(SplittableRandom draw) {
      return switch (draw.nextInt(10)) {
        case 0 -> new Task(Kind.HEARD, Kind.HEARD);
        case 1 -> new Task(Kind.LIST, draw.nextBoolean() ? Kind.FULL : Kind.BRIEF);
        case 2 -> new Task(Kind.FULL, Kind.BRIEF);
        case 3 -> new Task(Kind.BRIEF, Kind.FULL);
        case 4, 5 -> new Task(Kind.FULL, Kind.LIST);
        default -> new Task(Kind.BRIEF, Kind.LIST);
      };
    }

    /** How many pairs a step has. */
    public int batch() {
      return TOKENS / (read.longest + written.longest);
    }

    /** Tokens beyond which a text is cut; there are none. */
    public int longest() {
      return read == Kind.HEARD ? SoundPrompt.LONGEST : TextTower.TINY_LONGEST;
    }

    /** Texts of {@code scene}, others for each {@code draw}. */
    public TextPair of(Scene scene, SplittableRandom draw) {
      long words = draw.nextLong();
      boolean said = read == Kind.BRIEF && written == Kind.LIST;
      return new TextPair(
          text(read, scene, words, draw),
          said
              ? Caption.briefAttributes(scene, words)
              : text(written, scene, draw.nextLong(), draw));
    }
  }

  /** Captions come with the frame rate, brief ones half of the time. */
  private static String text(Kind kind, Scene scene, long words, SplittableRandom draw) {
    double fps = draw.nextInt(10) == 0 ? 24 : FPS;
    return switch (kind) {
      case HEARD -> SoundTexts.of(scene, SHOT, draw);
      case LIST -> Caption.attributes(scene);
      case FULL -> Caption.full(scene, words, fps);
      case BRIEF -> {
        var brief = Caption.brief(scene, words);
        yield draw.nextBoolean() ? brief : Caption.prefixed(brief, fps);
      }
    };
  }
}
