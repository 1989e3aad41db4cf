package moviegen.world;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.random.RandomGenerator;

/** The words of the drawn world: every attribute, its values and how common each is. */
public final class Vocabulary {
  public static final String NONE = "none";
  private static final Vocabulary WORLD = new Vocabulary(Resources.json("vocabulary.json"));

  private final Map<String, Map<String, Double>> weights = new LinkedHashMap<>();
  private final Map<String, Map<String, Double>> actions = new LinkedHashMap<>();
  private final Map<String, List<String>> wears = new LinkedHashMap<>();
  private final List<String> lookFields;
  private final List<String> travels;
  private final List<String> signWords;
  private final double companionChance;
  private final double signChance;

  private Vocabulary(JsonNode root) {
    root.get("attributes").properties().forEach(e -> weights.put(e.getKey(), table(e.getValue())));
    root.get("look").properties().forEach(e -> weights.put(e.getKey(), table(e.getValue())));
    lookFields = List.copyOf(table(root.get("look")).keySet());
    travels = words(root.get("travels"));
    signWords = words(root.get("sign").get("words"));
    signChance = root.get("sign").get("chance").asDouble();
    companionChance = root.get("companion").get("chance").asDouble();
    for (var entry : root.get("subjects").properties()) {
      actions.put(entry.getKey(), table(entry.getValue().get("actions")));
      wears.put(entry.getKey(), words(entry.getValue().get("wears")));
    }
    weights.put("companion", table(root.get("attributes").get("subject")));
    weights.put("companion_color", table(root.get("attributes").get("color")));
    weights.put("sign", Map.of());
  }

  /** The world's own vocabulary. */
  public static Vocabulary get() {
    return WORLD;
  }

  /** All attributes that a truth may name. */
  public List<String> attributes() {
    return List.copyOf(weights.keySet());
  }

  /** The values of an attribute, without "none"; empty for the free letters of a sign. */
  public List<String> values(String attribute) {
    return of(attribute).keySet().stream().filter(value -> !value.equals(NONE)).toList();
  }

  /** Whether the attribute may be left unsaid, written "none". */
  public boolean optional(String attribute) {
    return of(attribute).containsKey(NONE);
  }

  /** What a subject can do, five to eight actions. */
  public List<String> actions(String subject) {
    return List.copyOf(actionWeights(subject).keySet());
  }

  /** Whether the action moves its subject across the scene, so that it has a direction. */
  public boolean travels(String action) {
    return travels.contains(action);
  }

  /** The accessories that a subject can wear. */
  public List<String> wears(String subject) {
    actionWeights(subject);
    return wears.getOrDefault(subject, List.of());
  }

  /** The six fields of a person's look. */
  public List<String> lookFields() {
    return lookFields;
  }

  /** Words that signs often carry; any one to five letters are allowed. */
  public List<String> signWords() {
    return signWords;
  }

  double signChance() {
    return signChance;
  }

  double companionChance() {
    return companionChance;
  }

  /** Checks that the attribute has this value. */
  void check(String attribute, String value) {
    if (!of(attribute).containsKey(value)) {
      throw new IllegalArgumentException(
          "%s is one of %s, got \"%s\"".formatted(attribute, of(attribute).keySet(), value));
    }
  }

  String draw(String attribute, RandomGenerator random) {
    return draw(of(attribute), random);
  }

  String drawAction(String subject, RandomGenerator random) {
    return draw(actionWeights(subject), random);
  }

  private static String draw(Map<String, Double> table, RandomGenerator random) {
    double sum = table.values().stream().mapToDouble(Double::doubleValue).sum();
    double left = random.nextDouble() * sum;
    String last = "";
    for (var entry : table.entrySet()) {
      if (entry.getValue() > 0) {
        last = entry.getKey();
        left -= entry.getValue();
        if (left < 0) {
          return last;
        }
      }
    }
    return last;
  }

  private Map<String, Double> of(String attribute) {
    var table = weights.get(attribute);
    if (table == null) {
      throw new IllegalArgumentException(
          "an attribute is one of %s, got \"%s\"".formatted(weights.keySet(), attribute));
    }
    return table;
  }

  private Map<String, Double> actionWeights(String subject) {
    var table = actions.get(subject);
    if (table == null) {
      throw new IllegalArgumentException(
          "a subject is one of %s, got \"%s\"".formatted(actions.keySet(), subject));
    }
    return table;
  }

  private static Map<String, Double> table(JsonNode node) {
    var table = new LinkedHashMap<String, Double>();
    node.properties().forEach(e -> table.put(e.getKey(), e.getValue().asDouble()));
    return table;
  }

  private static List<String> words(JsonNode node) {
    var words = new ArrayList<String>();
    node.forEach(word -> words.add(word.asText()));
    return List.copyOf(words);
  }
}
