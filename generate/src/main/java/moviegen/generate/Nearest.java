package moviegen.generate;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import moviegen.generate.Words.Meaning;
import net.sf.extjwnl.data.POS;

/**
 * The known word nearest to one that is not known: a listed synonym, another form of the same word,
 * a typing error put right, a neighbor in WordNet, or a phrase that it is a part of.
 */
final class Nearest {
  private static final Pattern ENDING = Pattern.compile("(?<=\\w{3})(ing|ies|es|ed|er|ly|s|e|y)$");
  private static final Pattern DOUBLED = Pattern.compile("([^aeioulsf])\\1$");

  private final Map<String, String> synonyms;
  private final Map<String, String> forms = new HashMap<>();
  private final List<String> words;
  private final List<String> phrases;
  private final Map<String, List<POS>> neighbors = new LinkedHashMap<>();
  private volatile Optional<WordNet> wordNet = Optional.empty();

  /**
   * @param known the words and phrases that may be the answer
   * @param synonyms words with the known one that means the same or nearly so
   */
  Nearest(Map<String, Meaning> known, Map<String, String> synonyms) {
    words = known.keySet().stream().filter(word -> !word.contains(" ")).toList();
    phrases = known.keySet().stream().filter(word -> word.contains(" ")).toList();
    known.forEach(
        (word, meaning) -> {
          if (word.equals(meaning.value()) || !words.contains(meaning.value())) {
            neighbors.put(word, kinds(meaning.attribute()));
          }
        });
    neighbors.keySet().retainAll(words);
    words.forEach(word -> forms.putIfAbsent(stem(word), word));
    this.synonyms = Map.copyOf(synonyms);
  }

  /** The nearest known word. */
  Optional<String> to(String word) {
    return Optional.ofNullable(synonyms.get(word))
        .or(() -> Optional.ofNullable(forms.get(stem(word))))
        .or(() -> misspelled(word))
        .or(() -> wordNet().nearest(word, neighbors, true))
        .or(() -> phrases.stream().filter(phrase -> contains(phrase, word)).findFirst())
        .or(() -> wordNet().nearest(word, neighbors, false));
  }

  private Optional<String> misspelled(String word) {
    var meant = words.stream().filter(known -> Typo.likely(word, known)).findFirst();
    return meant.isPresent() && wordNet().knows(word) ? Optional.empty() : meant;
  }

  /** What a word of this attribute is in a dictionary; looks and cameras are told by phrases. */
  private static List<POS> kinds(String attribute) {
    return switch (attribute) {
      case "place", "time", "weather", "subject", "accessory", "clothes" -> List.of(POS.NOUN);
      case "color" -> List.of(POS.ADJECTIVE, POS.NOUN);
      case "size", "style" -> List.of(POS.ADJECTIVE);
      case "action" -> List.of(POS.VERB);
      case "speed", "direction" -> List.of(POS.ADVERB);
      default -> List.of();
    };
  }

  /** Loaded when the first word needs it. */
  private WordNet wordNet() {
    var loaded = wordNet.orElseGet(WordNet::load);
    wordNet = Optional.of(loaded);
    return loaded;
  }

  private static boolean contains(String phrase, String word) {
    return (" " + phrase + " ").contains(" " + word + " ");
  }

  private static String stem(String word) {
    return DOUBLED.matcher(ENDING.matcher(word).replaceFirst("")).replaceFirst("$1");
  }
}
