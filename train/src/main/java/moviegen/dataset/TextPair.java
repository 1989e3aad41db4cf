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
 * @param text is read; how long it is, its kind decides
 * @param other is of any kind that tells the same
 * @param longest tokens of the longest such text
 */
public record TextPair(String text, String other, int longest) {
  private static final int SIDE = 128;
  private static final int FRAMES = 64;
  private static final int FPS = 16;
  private static final Shot SHOT = new Shot(SIDE, SIDE, FRAMES, FPS);

  /**
   * What a text is. The texts that a step reads are all of one kind, so that a short one is not
   * padded to the length of a long one: 90 tokens at most when told of what is heard, 61 when full,
   * 43 when a list, 24 when brief.
   */
  public enum Kind {
    HEARD,
    LIST,
    FULL,
    BRIEF;

    /** One time in five what is heard; else a list, a full or, twice as often, a brief caption. */
    public static Kind draw(SplittableRandom draw) {
      return switch (draw.nextInt(5)) {
        case 0 -> HEARD;
        case 1 -> LIST;
        case 2 -> FULL;
        default -> BRIEF;
      };
    }
  }

  /** Texts of {@code scene}, others for each {@code draw}, of which the read one is of this kind. */
  public static TextPair of(Scene scene, Kind kind, SplittableRandom draw) {
    return kind == Kind.HEARD
        ? new TextPair(
            SoundTexts.of(scene, SHOT, draw),
            SoundTexts.of(scene, SHOT, draw),
            SoundPrompt.LONGEST)
        : new TextPair(
            seen(scene, kind, draw),
            seen(scene, Kind.values()[draw.nextInt(1, Kind.values().length)], draw),
            TextTower.TINY_LONGEST);
  }

  /** The list of attributes, or a caption with or, now and then if brief, without the frame rate. */
  private static String seen(Scene scene, Kind kind, SplittableRandom draw) {
    double fps = draw.nextInt(10) == 0 ? 24 : FPS;
    return switch (kind) {
      case LIST -> Caption.attributes(scene);
      case FULL -> Caption.full(scene, draw.nextLong(), fps);
      default -> {
        var brief = Caption.brief(scene, draw.nextLong());
        yield draw.nextBoolean() ? brief : Caption.prefixed(brief, fps);
      }
    };
  }
}
