package moviegen.cli;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import moviegen.generate.Cast;
import moviegen.generate.Understanding;
import moviegen.generate.Unread;
import moviegen.generate.Words;

/**
 * What a cast makes of a prompt, as sentences and as JSON; nothing where it lists no words.
 *
 * @param unread how far it reads the prompt, where that is not to its end
 */
record Reading(Optional<Understanding> understanding, Unread unread) {
  static Reading of(String prompt, Cast cast) {
    return new Reading(
        cast.find("words").map(_ -> Words.read(cast.part("words").file()).of(prompt)),
        Unread.of(prompt, cast));
  }

  void requireAllKnown() {
    understanding.ifPresent(Understanding::requireAllKnown);
  }

  /**
   * A sentence of what is drawn, of what is not known, and of where reading ends before its time.
   */
  List<String> sentences() {
    var sentences = new ArrayList<String>();
    if (understanding.isPresent()) {
      tell(understanding.get(), sentences);
    }
    sentences.addAll(unread.sentences());
    return sentences;
  }

  private static void tell(Understanding understanding, List<String> sentences) {
    var drawn = understanding.understood();
    sentences.add(
        drawn.isEmpty()
            ? "This cast draws none of these words; ./moviegen words lists those it does."
            : drawn.stream()
                .map(Understanding.Drawn::word)
                .collect(Collectors.joining(", ", "Draws: ", ".")));
    if (!understanding.unknown().isEmpty()) {
      sentences.add(
          understanding.unknown().stream()
              .map(Understanding.Unknown::described)
              .collect(Collectors.joining(", ", "Does not know: ", ".")));
    }
  }

  List<Map<String, String>> understood() {
    return understanding.stream()
        .flatMap(all -> all.understood().stream())
        .map(
            drawn -> {
              var facts = new LinkedHashMap<String, String>();
              facts.put("word", drawn.word());
              facts.put("attribute", drawn.meaning().attribute());
              facts.put("value", drawn.meaning().value());
              return (Map<String, String>) facts;
            })
        .toList();
  }

  List<Map<String, String>> unknown() {
    return understanding.stream()
        .flatMap(all -> all.unknown().stream())
        .map(
            word -> {
              var facts = new LinkedHashMap<String, String>();
              facts.put("word", word.word());
              word.nearest().ifPresent(near -> facts.put("nearest", near));
              return (Map<String, String>) facts;
            })
        .toList();
  }
}
