package moviegen.evaluate;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import moviegen.world.Renderer;
import moviegen.world.Scene;
import moviegen.world.Vocabulary;

/**
 * How well a reader reads drawn films whose truth is known.
 *
 * <p>Per attribute: {@code right}, where it speaks, as a macro-average over values; {@code spoken},
 * the share of films that show a value and of which it speaks; {@code invented}, the share of films
 * without a value in which it sees one.
 */
public final class ReaderScore {
  static final String MOTION = "motion";
  private static final int FRAMES = 32;
  private static final String LETTERS = "letters";

  private final List<String> attributes;
  private final Map<String, Shares> right = new LinkedHashMap<>();
  private final Tally spoken = new Tally();
  private final Tally invented = new Tally();

  /**
   * @param attributes what is looked at
   */
  ReaderScore(List<String> attributes) {
    this.attributes = List.copyOf(attributes);
  }

  /**
   * Lets readers read {@code count} held-out films.
   *
   * @param command what to type to find it again
   */
  public static Report of(
      Map<String, Reader> readers, int count, String command, CountListener listener) {
    Map<String, ReaderScore> scores = new LinkedHashMap<>();
    Map<String, Agreement> agreements = new LinkedHashMap<>();
    var scenes = Footage.scenes().limit(count).toList();
    for (int i = 0; i < count; i++) {
      var scene = scenes.get(i);
      var film = Renderer.render(scene, Footage.shot(i, FRAMES));
      Map<String, Map<String, String>> read = new LinkedHashMap<>();
      readers.forEach((name, reader) -> read.put(name, reader.read(film)));
      read.forEach(
          (name, said) ->
              scores
                  .computeIfAbsent(name, _ -> new ReaderScore(attributes(readers, name)))
                  .add(scene, said));
      compare(read, agreements);
      listener.onCount(i + 1, count);
    }
    var rows = new ArrayList<Row>();
    scores.forEach((name, score) -> rows.addAll(score.rows(name)));
    agreements.values().forEach(agreement -> rows.addAll(agreement.rows()));
    double mean = scores.values().stream().mapToDouble(ReaderScore::mean).average().orElse(0);
    return new Report("readers", count, command, rows, mean);
  }

  private static List<String> attributes(Map<String, Reader> readers, String name) {
    return readers.getOrDefault(name, _ -> Map.of()).attributes();
  }

  private static void compare(
      Map<String, Map<String, String>> read, Map<String, Agreement> agreements) {
    var names = List.copyOf(read.keySet());
    for (int i = 0; i < names.size(); i++) {
      for (var other : names.subList(i + 1, names.size())) {
        var pair = "agreement/%s and %s".formatted(names.get(i), other);
        agreements
            .computeIfAbsent(pair, Agreement::new)
            .add(read.getOrDefault(names.get(i), Map.of()), read.getOrDefault(other, Map.of()));
      }
    }
  }

  void add(Scene scene, Map<String, String> said) {
    var truth = truth(scene);
    for (var attribute : attributes) {
      boolean speaks = said.containsKey(attribute);
      if (truth.containsKey(attribute)) {
        spoken.addShare(attribute, speaks);
      } else {
        invented.addShare(attribute, speaks);
      }
      if (speaks && truth.containsKey(attribute)) {
        String value = truth.getOrDefault(attribute, "");
        right
            .computeIfAbsent(attribute, _ -> new Shares())
            .add(attribute.equals("sign") ? LETTERS : value, value.equals(said.get(attribute)));
      }
    }
  }

  /** A scene's truth, and whether its subject moves: all but those that stand do. */
  static Map<String, String> truth(Scene scene) {
    var truth = new LinkedHashMap<>(scene.truth());
    truth.put(MOTION, scene.action().equals("stands") ? "still" : "moving");
    return truth;
  }

  List<Row> rows(String reader) {
    var rows = new ArrayList<Row>();
    for (var attribute : attributes) {
      String name = reader + "/" + attribute;
      if (right.containsKey(attribute)) {
        var average = Row.of(name + "/right", shares(attribute).macroAverage());
        int values = values(attribute).size();
        rows.add(values > 1 ? average.withChance(1.0 / values) : average);
      }
      if (spoken.has(attribute)) {
        rows.add(Row.of(name + "/spoken", spoken.row(attribute).score()));
      }
      if (invented.has(attribute)) {
        rows.add(Row.of(name + "/invented", invented.row(attribute).score()));
      }
      values(attribute).stream()
          .filter(shares(attribute).values()::contains)
          .forEach(
              value -> rows.add(Row.of(name + "/right/" + value, shares(attribute).of(value))));
    }
    return List.copyOf(rows);
  }

  private Shares shares(String attribute) {
    return right.getOrDefault(attribute, new Shares());
  }

  private static List<String> values(String attribute) {
    return attribute.equals(MOTION)
        ? List.of("moving", "still")
        : Vocabulary.get().values(attribute);
  }

  /** The mean of the macro-averages. */
  private double mean() {
    return right.values().stream()
        .mapToDouble(shares -> shares.macroAverage().value())
        .average()
        .orElse(0);
  }
}
