package moviegen.world;

import com.fasterxml.jackson.databind.JsonNode;
import java.awt.geom.AffineTransform;
import java.awt.geom.Path2D;
import java.util.HashMap;
import java.util.Map;

/** Capital letters as pen strokes, so that a sign needs no font. */
public final class Letters {
  private static final Map<Character, Path2D> STROKES = new HashMap<>();

  static {
    JsonNode file = Resources.json("letters.json");
    file.properties()
        .forEach(e -> STROKES.put(e.getKey().charAt(0), Outline.path(e.getValue().asText())));
  }

  /** A letter's strokes are 60 wide and 100 high, and the next letter begins 90 further. */
  public static final double ADVANCE = 90;

  private Letters() {}

  /** The strokes of a word, from (0, 0) down to 100. */
  public static Path2D write(String word) {
    var all = new Path2D.Double();
    for (int i = 0; i < word.length(); i++) {
      Path2D letter = STROKES.get(word.charAt(i));
      if (letter == null) {
        throw new IllegalArgumentException(
            "a sign has letters A to Z, got \"" + word.charAt(i) + "\"");
      }
      all.append(
          letter.getPathIterator(AffineTransform.getTranslateInstance(i * ADVANCE, 0)), false);
    }
    return all;
  }

  /** How wide the strokes of a word are. */
  public static double width(String word) {
    return word.length() * ADVANCE - 30;
  }
}
