package moviegen.world;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.SplittableRandom;

/** The texts that belong to a scene; another seed gives another one for the same scene. */
public final class Caption {
  /** The words of the longest caption, as the captioner's limit. */
  public static final int LONGEST = 45;

  /** With its end and the mark of its task, a caption fits into 64 pieces. */
  private static final int PIECES = 62;

  private static final int TRIES = 8;

  private Caption() {}

  /** What a user types: three to fifteen words, much of the scene left unsaid. */
  public static String brief(Scene scene, long seed) {
    return typed(scene, seed).text();
  }

  /** What {@link #brief} says of a scene, as {@link #attributes} lists it. */
  public static String briefAttributes(Scene scene, long seed) {
    var told = told(scene);
    told.keySet().retainAll(typed(scene, seed).said());
    return list(told);
  }

  private static Brief typed(Scene scene, long seed) {
    return Brief.of(scene, new SplittableRandom(Scene.mix(seed, scene.seed())));
  }

  /**
   * What the captioner writes: everything that is in the scene, at most 45 words, after the rate
   * and the camera's motion. Section 3.2.1 (captions) and 3.1.3 (rate).
   */
  public static String full(Scene scene, long seed, double fps) {
    var random = new SplittableRandom(Scene.mix(seed, scene.seed()));
    String before = prefixed(capital(scene.camera()) + ". ", fps);
    for (int i = 0; i < TRIES; i++) {
      String text = before + full(scene, random, Wording.Manner.AMPLE);
      if (Wording.words(text) <= LONGEST && Wording.pieces(text) <= PIECES) {
        return text;
      }
    }
    return before + full(scene, random, Wording.Manner.TERSE);
  }

  private static String full(Scene scene, SplittableRandom random, Wording.Manner manner) {
    var wording = new Wording(scene, told(scene).keySet(), Map.of(), random, manner);
    return capital(wording.sentence(manner == Wording.Manner.TERSE ? "terse" : "full"));
  }

  /** All attributes that the scene has, each before its value: "place beach time day …". */
  public static String attributes(Scene scene) {
    return list(told(scene));
  }

  private static String list(Map<String, String> attributes) {
    var text = new StringBuilder();
    attributes.forEach(
        (attribute, value) ->
            text.append(text.isEmpty() ? "" : " ")
                .append(attribute.replace('_', ' '))
                .append(' ')
                .append(attribute.equals("sign") ? '"' + value + '"' : value));
    return text.toString();
  }

  /** A caption that begins with its frame rate, "FPS-16". */
  public static String prefixed(String caption, double fps) {
    return caption.startsWith("FPS-")
        ? caption
        : String.format(Locale.ROOT, "FPS-%.0f %s", fps, caption);
  }

  /** The scene's truth as captions tell it: space has no weather, and nothing stands quickly. */
  static Map<String, String> told(Scene scene) {
    var truth = new LinkedHashMap<>(scene.truth());
    if (scene.place().equals("space")) {
      truth.remove("weather");
    }
    if (scene.action().equals("stands")) {
      truth.remove("speed");
    }
    return truth;
  }

  static String capital(String text) {
    return text.substring(0, 1).toUpperCase(Locale.ROOT) + text.substring(1);
  }
}
