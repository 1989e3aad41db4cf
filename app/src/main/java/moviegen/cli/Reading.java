package moviegen.cli;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import moviegen.generate.Cast;
import moviegen.generate.Understanding;
import moviegen.generate.Words;

/** What a cast makes of a prompt, as sentences and as JSON; nothing where it lists no words. */
record Reading(Optional<Understanding> understanding) {
  static Reading of(String prompt, Cast cast) {
    return new Reading(
        cast.find("words").map(_ -> Words.read(cast.part("words").file()).of(prompt)));
  }

  void requireAllKnown() {
    understanding.ifPresent(Understanding::requireAllKnown);
  }

  /** One sentence of what is drawn, one of what is not known. */
  List<String> sentences() {
    if (understanding.isEmpty()) {
      return List.of();
    }
    var sentences = new ArrayList<String>();
    var drawn = understanding.get().understood();
    sentences.add(
        drawn.isEmpty()
            ? "This cast draws none of these words; ./moviegen words lists those it does."
            : drawn.stream()
                .map(Understanding.Drawn::word)
                .collect(Collectors.joining(", ", "Draws: ", ".")));
    if (!understanding.get().unknown().isEmpty()) {
      sentences.add(
          understanding.get().unknown().stream()
              .map(Understanding.Unknown::described)
              .collect(Collectors.joining(", ", "Does not know: ", ".")));
    }
    return sentences;
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
