package moviegen.generate;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** The words that a cast draws, as its words.json says, and what it makes of a prompt. */
public final class Words {
  private static final long LARGEST_FILE = 1L << 20;
  private static final Pattern QUOTE = Pattern.compile("[\"“”]([^\"“”]*)[\"“”]");
  private static final Pattern SIGN = Pattern.compile("[A-Z]{1,5}");
  private static final Pattern WORD = Pattern.compile("[\\p{L}\\p{N}]+");

  private final Map<List<String>, Meaning> known;
  private final Set<String> ignored;
  private final Nearest nearest;
  private final int longest;

  /** A value of an attribute: color, red. */
  public record Meaning(String attribute, String value) {}

  private Words(Map<String, Meaning> known, Map<String, String> synonyms, Set<String> ignored) {
    this.known = new LinkedHashMap<>();
    known.forEach((phrase, meaning) -> this.known.put(split(phrase), meaning));
    this.ignored = ignored;
    this.nearest = new Nearest(known, synonyms);
    this.longest = this.known.keySet().stream().mapToInt(List::size).max().orElse(1);
  }

  /** Reads the words.json of a cast. */
  public static Words read(Path file) {
    try {
      if (!Files.isRegularFile(file)) {
        throw new IllegalArgumentException("there is no file of words " + file);
      }
      if (Files.size(file) > LARGEST_FILE) {
        throw new IllegalArgumentException(
            "a file of words has at most %d bytes, %s has %d"
                .formatted(LARGEST_FILE, file, Files.size(file)));
      }
      JsonNode json = new ObjectMapper().readTree(file.toFile());
      var ignored = new LinkedHashSet<String>();
      json.path("ignored").forEach(word -> ignored.add(word.asText()));
      var synonyms = new HashMap<String, String>();
      json.path("near").properties().forEach(e -> synonyms.put(e.getKey(), e.getValue().asText()));
      meanings(json, "unseen").forEach((word, meaning) -> synonyms.put(word, meaning.value));
      return new Words(meanings(json, "words"), synonyms, ignored);
    } catch (IOException e) {
      throw new IllegalArgumentException(file + " is not a file of words", e);
    }
  }

  private static Map<String, Meaning> meanings(JsonNode json, String key) throws IOException {
    var meanings = new LinkedHashMap<String, Meaning>();
    for (var entry : json.path(key).properties()) {
      var meaning = entry.getValue().properties().stream().findFirst();
      if (meaning.isEmpty() || !meaning.get().getValue().isTextual()) {
        throw new IOException("\"" + entry.getKey() + "\" has no meaning");
      }
      meanings.put(
          entry.getKey(), new Meaning(meaning.get().getKey(), meaning.get().getValue().asText()));
    }
    if (meanings.isEmpty() && key.equals("words")) {
      throw new IOException("no words");
    }
    return meanings;
  }

  /** Every word by attribute and value: color to red to its words. */
  public Map<String, Map<String, List<String>>> known() {
    var all = new LinkedHashMap<String, Map<String, List<String>>>();
    known.forEach(
        (phrase, meaning) ->
            all.computeIfAbsent(meaning.attribute, _ -> new LinkedHashMap<>())
                .computeIfAbsent(meaning.value, _ -> new ArrayList<>())
                .add(String.join(" ", phrase)));
    return all;
  }

  /** Which words of a prompt are drawn and which are not known. */
  public Understanding of(String prompt) {
    var drawn = new LinkedHashSet<Understanding.Drawn>();
    var unknown = new LinkedHashMap<String, Optional<String>>();
    String unquoted =
        QUOTE
            .matcher(prompt)
            .replaceAll(
                quote -> {
                  letters(quote.group(1), drawn, unknown);
                  return " ";
                });
    var words = split(unquoted);
    for (int i = 0; i < words.size(); ) {
      var match = longestKnown(words.subList(i, words.size()));
      if (match.isPresent()) {
        var phrase = match.get().phrase;
        drawn.add(new Understanding.Drawn(String.join(" ", phrase), match.get().meaning));
        i += phrase.size();
      } else {
        String word = words.get(i++);
        if (!ignored.contains(word)) {
          unknown.computeIfAbsent(word, nearest::to);
        }
      }
    }
    return new Understanding(
        List.copyOf(drawn),
        unknown.entrySet().stream()
            .map(entry -> new Understanding.Unknown(entry.getKey(), entry.getValue()))
            .toList());
  }

  private static void letters(
      String quoted, Set<Understanding.Drawn> drawn, Map<String, Optional<String>> unknown) {
    String letters = quoted.strip().toUpperCase(Locale.ROOT);
    if (SIGN.matcher(letters).matches()) {
      drawn.add(new Understanding.Drawn('"' + letters + '"', new Meaning("sign", letters)));
    } else if (!letters.isEmpty()) {
      unknown.put('"' + quoted.strip() + '"', Optional.empty());
    }
  }

  private Optional<Match> longestKnown(List<String> words) {
    for (int size = Math.min(longest, words.size()); size > 0; size--) {
      var phrase = List.copyOf(words.subList(0, size));
      var meaning = known.get(phrase);
      if (meaning != null) {
        return Optional.of(new Match(phrase, meaning));
      }
    }
    return Optional.empty();
  }

  private record Match(List<String> phrase, Meaning meaning) {}

  private static List<String> split(String text) {
    String plain = text.toLowerCase(Locale.ROOT).replaceAll("['’]s\\b", "");
    return WORD.matcher(plain).results().map(MatchResult::group).toList();
  }
}
