package moviegen.world;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/**
 * How the world's words are said: phrases.json for the values, phrases-sentences.json around them.
 */
final class Phrases {
  /** The form that every value has. */
  static final String SAY = "say";

  private static final Phrases WORLD = new Phrases();

  private final Map<String, Map<String, Value>> values = new LinkedHashMap<>();
  private final Map<String, List<String>> sentences = new LinkedHashMap<>();
  private final Map<String, String> tags = new LinkedHashMap<>();
  private final Map<String, String> near = new LinkedHashMap<>();

  /**
   * How one value of an attribute is said.
   *
   * @param words the words and phrases by which it is known
   * @param unseen words for it that no caption ever uses
   * @param forms a form, as "say" or "doing", to the ways of saying it
   */
  record Value(List<String> words, List<String> unseen, Map<String, List<String>> forms) {
    List<String> form(String name) {
      return forms.getOrDefault(name, List.of());
    }
  }

  private Phrases() {
    for (var attribute : Resources.json("phrases.json").properties()) {
      var ways = new LinkedHashMap<String, Value>();
      attribute.getValue().properties().forEach(e -> ways.put(e.getKey(), value(e.getValue())));
      values.put(attribute.getKey(), ways);
    }
    JsonNode root = Resources.json("phrases-sentences.json");
    root.get("tags").properties().forEach(e -> tags.put(e.getKey(), e.getValue().asText()));
    root.get("near").properties().forEach(e -> near.put(e.getKey(), e.getValue().asText()));
    root.properties().stream()
        .filter(e -> e.getValue().isArray())
        .forEach(e -> sentences.put(e.getKey(), strings(e.getValue())));
  }

  static Phrases get() {
    return WORLD;
  }

  /** How a value is said; one that the file does not name is said as itself. */
  Value of(String attribute, String value) {
    var listed = values.getOrDefault(attribute, Map.of()).get(value);
    var itself = List.of(value);
    return listed == null ? new Value(itself, List.of(), Map.of(SAY, itself)) : listed;
  }

  /** The sentences, or the ways to join phrases, of this name. */
  List<String> sentences(String name) {
    var all = sentences.get(name);
    if (all == null) {
      throw new IllegalArgumentException(
          "sentences are one of %s, got \"%s\"".formatted(sentences.keySet(), name));
    }
    return all;
  }

  /** A value by itself, as in a list of key words. */
  String tag(String value) {
    return tags.getOrDefault(value, value);
  }

  /** Words for what the world has not, each with the value that comes nearest to it. */
  Map<String, String> near() {
    return Collections.unmodifiableMap(near);
  }

  /** Every text that a caption may be put together from. */
  Stream<String> texts() {
    var said =
        values.values().stream()
            .flatMap(ways -> ways.values().stream())
            .flatMap(value -> value.forms().values().stream().flatMap(List::stream));
    var around =
        sentences.entrySet().stream()
            .filter(entry -> !entry.getKey().equals("stop"))
            .flatMap(entry -> entry.getValue().stream());
    return Stream.of(said, around, tags.values().stream()).flatMap(texts -> texts);
  }

  private static Value value(JsonNode node) {
    var forms = new LinkedHashMap<String, List<String>>();
    node.properties().forEach(e -> forms.put(e.getKey(), strings(e.getValue())));
    var words = forms.remove("words");
    var unseen = forms.remove("unseen");
    if (words == null || words.isEmpty() || !forms.containsKey(SAY)) {
      throw new IllegalStateException(
          "phrases.json: a value has \"words\" and \"say\", got " + node);
    }
    return new Value(words, unseen == null ? List.of() : unseen, Map.copyOf(forms));
  }

  private static List<String> strings(JsonNode array) {
    return StreamSupport.stream(array.spliterator(), false).map(JsonNode::asText).toList();
  }
}
