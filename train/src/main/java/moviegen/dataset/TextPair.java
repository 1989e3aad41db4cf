package moviegen.dataset;

import java.util.SplittableRandom;
import moviegen.audio.SoundPrompt;
import moviegen.text.TextTower;
import moviegen.world.Caption;
import moviegen.world.Scene;
import moviegen.world.Shot;

/**
 * Two texts that tell the same of a scene, for the tower that reads prompts: four times in five of
 * what is seen, else of what is heard, since the sound of a film is asked for by the same tower.
 *
 * @param longest tokens of the longest such text
 */
public record TextPair(String text, String other, int longest) {
  private static final double HEARD = 0.2;
  private static final int SIDE = 128;
  private static final int FRAMES = 64;
  private static final int FPS = 16;
  private static final Shot SHOT = new Shot(SIDE, SIDE, FRAMES, FPS);

  /** Texts of {@code scene}, others for each {@code draw}. */
  public static TextPair of(Scene scene, SplittableRandom draw) {
    return draw.nextDouble() < HEARD
        ? new TextPair(
            SoundTexts.of(scene, SHOT, draw),
            SoundTexts.of(scene, SHOT, draw),
            SoundPrompt.LONGEST)
        : new TextPair(seen(scene, draw), seen(scene, draw), TextTower.TINY_LONGEST);
  }

  /** A caption, short or long, or the list of attributes, with or without the frame rate. */
  private static String seen(Scene scene, SplittableRandom draw) {
    double fps = draw.nextInt(10) == 0 ? 24 : FPS;
    return switch (draw.nextInt(4)) {
      case 0 -> Caption.attributes(scene);
      case 1 -> Caption.full(scene, draw.nextLong(), fps);
      case 2 -> Caption.brief(scene, draw.nextLong());
      default -> Caption.prefixed(Caption.brief(scene, draw.nextLong()), fps);
    };
  }
}
