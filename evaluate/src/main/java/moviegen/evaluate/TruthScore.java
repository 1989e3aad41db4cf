package moviegen.evaluate;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import moviegen.world.Prompt;
import moviegen.world.Tier;
import moviegen.world.Vocabulary;

/**
 * How much of what prompts ask for readers have read in their films: per reader, tier and
 * attribute. What a reader is silent of, or calls broken, is not right.
 */
final class TruthScore {
  static final String EVERY = "every stated attribute";
  private static final String ALL = "all";
  private static final String SIGN = "sign";

  private final Map<String, Reader> readers;
  private final Map<String, Shares> right = new LinkedHashMap<>();
  private final Map<String, Shares> rightWhereSaid = new LinkedHashMap<>();
  private final Tally shares = new Tally();
  private final Map<String, Agreement> agreements = new LinkedHashMap<>();
  private final Set<String> groups = new LinkedHashSet<>();

  TruthScore(Map<String, Reader> readers) {
    this.readers = new LinkedHashMap<>(readers);
  }

  /** Adds what every reader has read in the film of a prompt. */
  void add(Prompt prompt, Map<String, Map<String, String>> read) {
    for (var group : List.of(Tier.of(prompt).name(), ALL)) {
      groups.add(group);
      readers.forEach(
          (name, reader) ->
              add(name + "/" + group, reader, prompt.truth(), read.getOrDefault(name, Map.of())));
    }
    var names = List.copyOf(readers.keySet());
    for (int i = 0; i < names.size(); i++) {
      for (var other : names.subList(i + 1, names.size())) {
        agreements
            .computeIfAbsent("agreement/%s and %s".formatted(names.get(i), other), Agreement::new)
            .add(read.getOrDefault(names.get(i), Map.of()), read.getOrDefault(other, Map.of()));
      }
    }
  }

  private void add(
      String name, Reader reader, Map<String, String> truth, Map<String, String> said) {
    boolean every = true;
    for (var attribute : reader.attributes()) {
      if (truth.containsKey(attribute)) {
        String value = truth.getOrDefault(attribute, "");
        boolean holds = value.equals(said.get(attribute));
        every &= holds;
        String kind = attribute.equals(SIGN) ? SIGN : value;
        at(right, name + "/" + attribute).add(kind, holds);
        if (said.containsKey(attribute)) {
          at(rightWhereSaid, name + "/" + attribute).add(kind, holds);
        }
        shares.addShare(name + "/" + attribute + "/spoken", said.containsKey(attribute));
      }
    }
    if (!reader.mayBeSilent()) {
      shares.addShare(name + "/" + EVERY, every);
      shares.addShare(name + "/" + LearnedReader.BROKEN, said.containsKey(LearnedReader.BROKEN));
    }
  }

  private static Shares at(Map<String, Shares> map, String name) {
    return map.computeIfAbsent(name, _ -> new Shares());
  }

  /** All rows, in the order of readers, tiers and attributes. */
  List<Row> rows() {
    var rows = new ArrayList<Row>();
    readers.forEach(
        (name, reader) ->
            groups.stream().sorted().forEach(group -> addRows(name + "/" + group, reader, rows)));
    agreements.values().forEach(agreement -> rows.addAll(agreement.rows()));
    return rows;
  }

  private void addRows(String name, Reader reader, List<Row> rows) {
    for (var attribute : reader.attributes()) {
      String row = name + "/" + attribute;
      if (right.containsKey(row)) {
        rows.add(withChance(Row.of(row, at(right, row).macroAverage()), attribute));
      }
      if (reader.mayBeSilent() && shares.has(row + "/spoken")) {
        rows.add(shares.row(row + "/spoken"));
      }
      if (reader.mayBeSilent() && rightWhereSaid.containsKey(row)) {
        rows.add(Row.of(row + "/where spoken", at(rightWhereSaid, row).macroAverage()));
      }
    }
    for (var last : List.of(EVERY, LearnedReader.BROKEN)) {
      if (shares.has(name + "/" + last)) {
        rows.add(shares.row(name + "/" + last));
      }
    }
  }

  private static Row withChance(Row row, String attribute) {
    int values = Vocabulary.get().values(attribute).size();
    return values > 1 ? row.withChance(1.0 / values) : row;
  }

  /** The mean of all macro-averages of the first reader over all films. */
  double mean() {
    String first = readers.keySet().iterator().next() + "/" + ALL + "/";
    return right.entrySet().stream()
        .filter(entry -> entry.getKey().startsWith(first))
        .mapToDouble(entry -> entry.getValue().macroAverage().value())
        .average()
        .orElse(0);
  }
}
