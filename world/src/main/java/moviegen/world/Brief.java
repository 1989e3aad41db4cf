package moviegen.world;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;

/**
 * A short caption, as a user types it.
 *
 * @param text three to fifteen words
 * @param said the attributes that it tells
 */
record Brief(String text, Set<String> said) {
  static final int LONGEST = 15;

  private static final List<String> KERNEL = List.of("subject", "color", "action");

  /** A brief caption that says what such a user would. */
  static Brief of(Scene scene, SplittableRandom random) {
    var said = new LinkedHashSet<String>();
    double talk = random.nextInt(6) == 0 ? 0.4 : 1;
    Caption.told(scene)
        .forEach(
            (attribute, value) -> {
              boolean kernel = KERNEL.contains(attribute);
              if (random.nextDouble() < chance(attribute, value) * (kernel ? 1 : talk)) {
                said.add(attribute);
              }
            });
    var brief = saying(scene, said, Map.of(), random);
    double manner = random.nextDouble();
    String typed = manner < 0.5 ? brief.text : Caption.capital(brief.text);
    return new Brief(manner < 0.8 ? typed : typed + ".", brief.said);
  }

  /** A brief caption that says these attributes, as far as fifteen words hold them. */
  static Brief saying(
      Scene scene, Set<String> wanted, Map<String, String> instead, SplittableRandom random) {
    var said = new LinkedHashSet<>(wanted);
    if (said.contains("companion") != said.contains("companion_color")) {
      said.remove("companion_color");
      said.remove("companion");
    }
    boolean doing = instead.isEmpty() && random.nextInt(3) == 0 && said.contains("action");
    while (true) {
      var wording = new Wording(scene, said, instead, random, Wording.Manner.SHORT);
      String text = wording.sentence(doing ? "brief_doing" : "brief");
      int words = Wording.words(text);
      if (words >= 3 && words <= LONGEST) {
        return new Brief(text, said);
      }
      drop(scene, said, instead.keySet(), random);
    }
  }

  /** Of two attributes drawn, leaves out the one that users say less often. */
  private static void drop(
      Scene scene, Set<String> said, Set<String> kept, SplittableRandom random) {
    var droppable = new ArrayList<>(said);
    droppable.removeAll(KERNEL);
    droppable.removeAll(kept);
    if (droppable.isEmpty()) {
      return;
    }
    var truth = scene.truth();
    String dropped =
        random
            .ints(2, 0, droppable.size())
            .mapToObj(droppable::get)
            .min(Comparator.comparingDouble(name -> chance(name, truth.getOrDefault(name, ""))))
            .orElseThrow();
    said.remove(dropped);
    if (dropped.startsWith("companion")) {
      said.remove("companion");
      said.remove("companion_color");
    }
  }

  private static double chance(String attribute, String value) {
    return switch (attribute) {
      case "subject", "action", "companion", "companion_color" -> 1;
      case "color" -> 0.95;
      case "place" -> 0.9;
      case "direction" -> 0.8;
      case "time" -> value.equals("day") ? 0.25 : 0.75;
      case "weather" -> value.equals("clear") ? 0.1 : 0.85;
      case "size" -> 0.4;
      case "speed", "accessory", "sign" -> 0.9;
      case "camera" -> value.equals("static shot") ? 0.1 : 0.75;
      case "style" -> value.equals("plain") ? 0.1 : 0.9;
      case "clothes" -> 0.7;
      default -> 0.2;
    };
  }
}
