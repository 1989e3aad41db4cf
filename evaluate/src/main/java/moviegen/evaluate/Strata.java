package moviegen.evaluate;

import java.util.List;
import moviegen.world.Scene;
import moviegen.world.Vocabulary;

/** A score of films, set apart by what the films show. */
final class Strata {
  private static final List<String> ATTRIBUTES = List.of("camera", "weather", "style");

  private final String score;
  private final Tally tally = new Tally();

  /**
   * @param score what its rows' names begin with
   */
  Strata(String score) {
    this.score = score;
  }

  void add(Scene scene, double value) {
    var truth = scene.truth();
    for (var attribute : ATTRIBUTES) {
      tally.add(name(attribute, truth.getOrDefault(attribute, "none")), value);
    }
  }

  private String name(String attribute, String value) {
    return "%s/%s/%s".formatted(score, attribute, value);
  }

  /** A row for every value that a film had, in the vocabulary's order. */
  List<Row> rows() {
    return ATTRIBUTES.stream()
        .flatMap(
            attribute ->
                Vocabulary.get().values(attribute).stream().map(value -> name(attribute, value)))
        .filter(tally::has)
        .map(tally::row)
        .toList();
  }
}
