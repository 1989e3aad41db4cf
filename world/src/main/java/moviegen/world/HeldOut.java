package moviegen.world;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.zip.CRC32;

/**
 * What no training scene shows: combinations of words kept for measuring, one in ten, chosen by the
 * hash of the words alone and so by no order of any list.
 */
public final class HeldOut {
  /** Under this salt every subject and every color loses one to three of its pairs. */
  private static final String SALT = "world-34953";

  private HeldOut() {}

  /** Whether the scene shows a held-out combination in any of its subjects. */
  public static boolean contains(Scene scene) {
    return triple(scene.subject(), scene.color(), scene.action())
        || pair(scene.subject(), scene.color())
        || scene.companion().map(other -> pair(other.subject(), other.color())).orElse(false)
        || scene.look().map(HeldOut::look).orElse(false);
  }

  /** Whether subject, color and action are held out together. */
  public static boolean triple(String subject, String color, String action) {
    return words(subject, color, action);
  }

  /** Whether subject and color are held out together. */
  public static boolean pair(String subject, String color) {
    return words(subject, color);
  }

  /** Whether the person who looks so is held out, whatever the clothes. */
  public static boolean look(Look look) {
    return words(look.skin(), look.hair(), look.glasses(), look.beard(), look.face());
  }

  /** Whether a combination of any words is held out. */
  static boolean words(String... words) {
    return bucket(10, words) == 0;
  }

  /** Which of some equal shares of all combinations of words this one belongs to. */
  static int bucket(int shares, String... words) {
    var crc = new CRC32();
    crc.update((SALT + "/" + String.join("/", words)).getBytes(UTF_8));
    return (int) (crc.getValue() % shares);
  }
}
