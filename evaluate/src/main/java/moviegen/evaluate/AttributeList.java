package moviegen.evaluate;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/** Lists of attributes and values as the text tower writes them: "place beach time day …". */
final class AttributeList {
  /** In the order in which a scene tells them. */
  private static final List<String> NAMES =
      List.of(
          "place",
          "time",
          "weather",
          "subject",
          "color",
          "size",
          "action",
          "direction",
          "speed",
          "accessory",
          "companion",
          "companion color",
          "sign",
          "camera",
          "style",
          "skin",
          "hair",
          "glasses",
          "beard",
          "face",
          "clothes");

  private static final Pattern SPACE = Pattern.compile("\\s+");
  private static final Pattern NO_LETTER = Pattern.compile("[^a-z0-9]");

  private AttributeList() {}

  /** Attribute to value; every name may only follow those before it. */
  static Map<String, String> parse(String text) {
    var values = new LinkedHashMap<String, String>();
    var words = List.of(SPACE.split(text.strip(), -1));
    int known = 0;
    var name = "";
    var value = new StringBuilder();
    for (int at = 0; at < words.size(); at++) {
      int next = name(words, at, known);
      if (next < 0) {
        value.append(value.isEmpty() ? "" : " ").append(words.get(at));
      } else {
        put(values, name, value);
        name = NAMES.get(next);
        value.setLength(0);
        at += name.contains(" ") ? 1 : 0;
        known = next + 1;
      }
    }
    put(values, name, value);
    return values;
  }

  private static void put(Map<String, String> values, String name, CharSequence value) {
    if (!name.isEmpty()) {
      String plain =
          name.equals("sign") ? NO_LETTER.matcher(value).replaceAll("") : value.toString();
      values.put(name.replace(' ', '_'), plain);
    }
  }

  /** The index of the name that begins at a word, the longest of several, or -1. */
  private static int name(List<String> words, int at, int known) {
    int found = -1;
    for (int i = known; i < NAMES.size(); i++) {
      var parts = List.of(NAMES.get(i).split(" ", -1));
      int end = at + parts.size();
      if (end <= words.size()
          && words.subList(at, end).equals(parts)
          && (found < 0 || parts.size() > 1)) {
        found = i;
      }
    }
    return found;
  }
}
