package moviegen.world;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** A word that no caption uses, for a value that the world has. */
record Unseen(String attribute, String value, String text) {
  static final Unseen NOTHING = new Unseen("", "", "");

  /** All of them. */
  static List<Unseen> all() {
    var words = Vocabulary.get();
    var all = new ArrayList<Unseen>();
    for (String attribute : words.attributes()) {
      for (String value : words.values(attribute)) {
        if (!attribute.startsWith("companion")) {
          var texts = Phrases.get().of(attribute, value).unseen();
          texts.forEach(text -> all.add(new Unseen(attribute, value, text)));
        }
      }
    }
    return List.copyOf(all);
  }

  Map<String, String> instead() {
    return attribute.isEmpty() ? Map.of() : Map.of(attribute, text);
  }

  /** Whether a scene of this kernel can have the value. */
  boolean fits(Kernel kernel) {
    var words = Vocabulary.get();
    return switch (attribute) {
      case "subject" -> kernel.subject().equals(value);
      case "color" -> kernel.color().equals(value);
      case "action" -> kernel.action().equals(value);
      case "direction" -> words.travels(kernel.action());
      case "speed" -> !kernel.action().equals("stands");
      case "accessory" -> words.wears(kernel.subject()).contains(value);
      case "camera" -> !value.equals("tracking shot") || words.travels(kernel.action());
      default -> !words.lookFields().contains(attribute) || kernel.subject().equals("person");
    };
  }
}
