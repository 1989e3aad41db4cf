package moviegen.world;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.zip.CRC32;

/** What no training scene shows: combinations of words kept for measuring, chosen by their hash. */
public final class HeldOut {
  private HeldOut() {}

  /** Whether the scene shows a combination that is held out, in any of its subjects. */
  public static boolean contains(Scene scene) {
    return triple(scene.subject(), scene.color(), scene.action())
        || pair(scene.subject(), scene.color())
        || scene.companion().map(other -> pair(other.subject(), other.color())).orElse(false);
  }

  /** Whether the words subject, color and action are held out together. */
  public static boolean triple(String subject, String color, String action) {
    return hit("triple/" + subject + "/" + color + "/" + action);
  }

  /** Whether the words subject and color are held out together. */
  public static boolean pair(String subject, String color) {
    return hit("pair/" + subject + "/" + color);
  }

  private static boolean hit(String words) {
    var crc = new CRC32();
    crc.update(words.getBytes(UTF_8));
    return crc.getValue() % 10 == 0;
  }
}
