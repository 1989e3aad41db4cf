package moviegen.world;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Every word that captions use or will use, what it means, and the two files of a cast that say so.
 */
public final class Lexicon {
  private static final Pattern WORD = Pattern.compile("[a-z]+|[0-9]+");
  private static final ObjectMapper JSON =
      new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT);

  private Lexicon() {}

  /** All words of all captions, in lower case. */
  public static SortedSet<String> words() {
    var vocabulary = Vocabulary.get();
    var attributes = vocabulary.attributes();
    var texts =
        Stream.of(
                Phrases.get().texts().map(text -> text.replaceAll("\\{\\w+}", " ")),
                attributes.stream().map(name -> name.replace('_', ' ')),
                attributes.stream().flatMap(name -> vocabulary.values(name).stream()),
                vocabulary.signWords().stream(),
                Stream.of("fps 16 24"))
            .flatMap(all -> all);
    var words = new TreeSet<String>();
    texts
        .flatMap(text -> WORD.matcher(text.toLowerCase(Locale.ROOT)).results())
        .map(MatchResult::group)
        .forEach(words::add);
    return Collections.unmodifiableSortedSet(words);
  }

  /** Writes the tokenizer of the world's captions, in the format of the tokenizers library. */
  public static void writeTokenizer(Path file) {
    write(file, WordPiece.tokenizer(words()));
  }

  /**
   * Writes what the cast draws: "words" has each word or phrase with its attribute and value,
   * "unseen" words that mean the same but were never learned, "near" words for other things with
   * the value that comes nearest, "ignored" words that mean nothing.
   */
  public static void writeWords(Path file) {
    var known = new LinkedHashMap<String, Map<String, String>>();
    var unseen = new LinkedHashMap<String, Map<String, String>>();
    for (String attribute : Vocabulary.get().attributes()) {
      if (!attribute.startsWith("companion")) {
        for (String value : Vocabulary.get().values(attribute)) {
          var meaning = Map.of(attribute, value);
          var ways = Phrases.get().of(attribute, value);
          ways.words().forEach(word -> known.putIfAbsent(word, meaning));
          ways.unseen().forEach(say -> unseen.putIfAbsent(kernel(say), meaning));
        }
      }
    }
    var all = new LinkedHashMap<String, Object>();
    all.put("words", known);
    all.put("unseen", unseen);
    all.put("near", Phrases.get().near());
    all.put("ignored", Phrases.get().sentences("stop"));
    write(file, all);
  }

  /** What a phrase is about: "coast" of "on the coast", "tiled" of "in tiled style". */
  static String kernel(String phrase) {
    var small = Phrases.get().sentences("stop");
    var words = new ArrayList<>(List.of(phrase.replace("{color} ", "").split(" ", -1)));
    while (words.size() > 1 && small.contains(words.getFirst())) {
      words.removeFirst();
    }
    if (words.getLast().equals("style")) {
      words.removeLast();
    }
    return String.join(" ", words);
  }

  private static void write(Path file, Object json) {
    try {
      Files.writeString(file, JSON.writeValueAsString(json) + "\n");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
