package moviegen.world;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.random.RandomGenerator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * One way of putting a scene into words: fills the slots of a sentence with phrases drawn from a
 * seed, leaves empty what is not to be said, and tidies up.
 */
final class Wording {
  private static final Pattern SLOT = Pattern.compile("\\{(\\w+)}");
  private static final Pattern PIECE = Pattern.compile("(?<=\"[A-Z]{0,5})[A-Z]|[A-Za-z]+|\\d+|\\S");
  private static final Pattern SPACES = Pattern.compile("\\s+");
  private static final Pattern BEFORE_MARK = Pattern.compile(" +(?=[,.])");
  private static final Pattern SPARE_MARK = Pattern.compile("[,.]+(?=[,.])|^[ ,.]+|[ ,]+$");
  private static final Pattern ARTICLE = Pattern.compile("(?<=\\b[Aa])(?= [aeiouAEIOU])");
  private static final Pattern BEGIN = Pattern.compile("(?<=\\. )[a-z]");
  private static final Set<String> ATTRIBUTES = Set.copyOf(Vocabulary.get().attributes());
  private static final List<String> FACES = List.of("skin", "hair", "face", "glasses", "beard");

  private final Map<String, String> truth;
  private final Map<String, String> instead;
  private final RandomGenerator random;
  private final Manner manner;

  /** Short for a user, ample for a captioner, terse where an ample caption would be too long. */
  enum Manner {
    SHORT,
    AMPLE,
    TERSE
  }

  /**
   * @param said the attributes to say
   * @param instead words to use for an attribute in place of the known ones
   * @param random what the choice between phrases is drawn from
   * @param manner how many words to make
   */
  Wording(
      Scene scene,
      Set<String> said,
      Map<String, String> instead,
      RandomGenerator random,
      Manner manner) {
    this.truth =
        scene.truth().entrySet().stream()
            .filter(entry -> said.contains(entry.getKey()))
            .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    this.instead = instead;
    this.random = random;
    this.manner = manner;
  }

  /** A sentence drawn from those of this name, filled and tidied. */
  String sentence(String name) {
    return tidy(fill(any(Phrases.get().sentences(name))));
  }

  private String fill(String pattern) {
    return SLOT.matcher(pattern)
        .replaceAll(slot -> Matcher.quoteReplacement(fill(slot(slot.group(1)))));
  }

  private String slot(String name) {
    return switch (name) {
      case "a_thing" -> "a {thing}";
      case "thing" -> truth("subject").equals("person") ? join("person") : join("thing");
      case "does", "doing" -> speed(name);
      case "doing_word" -> form("action", "doing");
      case "after" -> form("speed", "after");
      case "setting" -> join("setting");
      case "wearing" -> truth("accessory").isEmpty() ? "" : join("wearing");
      case "dressed" -> dress().isEmpty() ? "" : join("dressed");
      case "dress" -> dress();
      case "features" ->
          looks().isEmpty() || manner == Manner.AMPLE ? "" : "with " + listed(looks());
      case "features_is" -> looks().isEmpty() || manner != Manner.AMPLE ? "" : join("features_is");
      case "looks" -> listed(looks());
      case "beside" -> truth("companion").isEmpty() ? "" : join("companion");
      case "other" -> other();
      case "signed" -> truth("sign").isEmpty() ? "" : join("sign");
      case "sign_is" ->
          truth("sign").isEmpty() ? "" : join(manner == Manner.TERSE ? "sign_terse" : "sign_is");
      case "letters" -> truth("sign");
      case "atmosphere" -> atmosphere();
      case "time_is" -> form("time", "is");
      case "weather_is" -> form("weather", "is");
      case "light" -> maybe("time", "light");
      case "style_is" -> form("style", "is");
      case "camera_is" -> maybe("camera", "is");
      case "picture" -> truth("style").isEmpty() ? join("picture") : form("style", "picture");
      case "tags" -> tags();
      default -> attribute(name);
    };
  }

  private String attribute(String name) {
    if (!ATTRIBUTES.contains(name)) {
      throw new IllegalStateException("phrases-sentences.json: unknown slot " + name);
    }
    return say(name);
  }

  private String truth(String attribute) {
    return truth.getOrDefault(attribute, "");
  }

  private String join(String name) {
    return any(Phrases.get().sentences(name));
  }

  private String say(String attribute) {
    var other = instead.get(attribute);
    return other == null ? form(attribute, Phrases.SAY) : other;
  }

  private String form(String attribute, String form) {
    String value = truth(attribute);
    return value.isEmpty() ? "" : any(Phrases.get().of(attribute, value).form(form));
  }

  private String maybe(String attribute, String form) {
    return random.nextBoolean() ? "" : form(attribute, form);
  }

  private String speed(String form) {
    var ways = Phrases.get().sentences(form);
    return truth("speed").isEmpty() || instead.containsKey("speed") ? ways.getFirst() : any(ways);
  }

  private String atmosphere() {
    if (truth("weather").isEmpty()) {
      return truth("time").isEmpty() ? "" : "{time_is}.";
    }
    return truth("time").isEmpty() ? "{weather_is}." : join("atmosphere");
  }

  /** What a person wears: the color is that of the clothes. */
  private String dress() {
    String color = truth("color").isEmpty() ? "" : say("color");
    String clothes = say("clothes").replace("{color}", color);
    var all = Stream.of(clothes.isEmpty() ? color : clothes, say("accessory"));
    return listed(all.filter(part -> !part.isEmpty()).toList());
  }

  private List<String> looks() {
    var said = new ArrayList<String>();
    for (String field : FACES) {
      String look = say(field);
      if (!look.isEmpty()) {
        said.add(manner == Manner.TERSE && look.startsWith("a ") ? look.substring(2) : look);
      }
    }
    return said;
  }

  private String other() {
    String pattern = truth("companion").equals("person") ? "a %2$s in %1$s" : "a %1$s %2$s";
    return pattern.formatted(truth("companion_color"), truth("companion"));
  }

  private String tags() {
    return Stream.of("place", "time", "weather", "style", "camera")
        .map(this::truth)
        .filter(value -> !value.isEmpty())
        .map(Phrases.get()::tag)
        .collect(Collectors.joining(", "));
  }

  private static String listed(List<String> parts) {
    int last = parts.size() - 1;
    return last < 1
        ? String.join("", parts)
        : String.join(", ", parts.subList(0, last)) + " and " + parts.get(last);
  }

  private String any(List<String> ways) {
    if (manner == Manner.TERSE) {
      return ways.stream().min(Comparator.comparingInt(Wording::words)).orElse("");
    }
    return ways.isEmpty() ? "" : ways.get(random.nextInt(ways.size()));
  }

  /** The number of pieces that a tokenizer makes of a text: words, marks, and a sign's letters. */
  static int pieces(String text) {
    return (int) PIECE.matcher(text).results().count();
  }

  /** The number of words of a text. */
  static int words(String text) {
    return SPACES.split(text.strip(), -1).length;
  }

  private static String tidy(String text) {
    String spaced = BEFORE_MARK.matcher(SPACES.matcher(text).replaceAll(" ")).replaceAll("");
    String marked = SPARE_MARK.matcher(spaced).replaceAll("");
    String spelled = ARTICLE.matcher(marked).replaceAll("n");
    return BEGIN.matcher(spelled).replaceAll(letter -> letter.group().toUpperCase(Locale.ROOT));
  }
}
