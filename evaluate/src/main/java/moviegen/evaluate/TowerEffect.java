package moviegen.evaluate;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import moviegen.world.Prompt;

/**
 * What each text tower is good for: how much of what prompts say their films show, with all towers
 * and with each of them silent in turn (paper §3.1.4).
 */
public final class TowerEffect {
  /** The name of the films that all towers have led to. */
  public static final String ALL = "all towers";

  private static final String OVER_ALL = "/all/";

  private final Map<String, Reader> readers;
  private final Map<String, TruthScore> scores = new LinkedHashMap<>();

  private TowerEffect(Map<String, Reader> readers) {
    this.readers = readers;
  }

  /**
   * Reads the films of all prompts, one way of making them after the other.
   *
   * @param ways ways of making films by their names, {@link #ALL} being one
   * @param command what to type to find it again
   */
  public static Report of(
      List<Prompt> prompts,
      Map<String, FilmSource> ways,
      Map<String, Reader> readers,
      String command,
      CountListener listener) {
    var effect = new TowerEffect(readers);
    int done = 0;
    for (var way : ways.entrySet()) {
      var score = effect.scores.computeIfAbsent(way.getKey(), _ -> new TruthScore(readers));
      for (int i = 0; i < prompts.size(); i++) {
        effect.read(prompts.get(i), way.getValue(), i, score);
        listener.onCount(++done, prompts.size() * ways.size());
      }
    }
    double mean = effect.scores.containsKey(ALL) ? effect.scores.get(ALL).mean() : 0;
    return new Report("towers", prompts.size(), command, effect.rows(), mean);
  }

  private void read(Prompt prompt, FilmSource source, int index, TruthScore score) {
    var film = source.film(prompt, index);
    Map<String, Map<String, String>> read = new LinkedHashMap<>();
    readers.forEach((name, reader) -> read.put(name, reader.read(film)));
    score.add(prompt, read);
  }

  private List<Row> rows() {
    var rows = new ArrayList<Row>();
    scores.forEach(
        (way, score) -> {
          var first = readers.keySet().iterator().next();
          rows.add(Row.of("%s/%s/mean".formatted(way, first), Interval.exact(score.mean())));
          score.rows().stream()
              .filter(row -> row.name().contains(OVER_ALL))
              .forEach(row -> rows.add(named(way + "/" + row.name().replace(OVER_ALL, "/"), row)));
        });
    return List.copyOf(rows);
  }

  private static Row named(String name, Row row) {
    return new Row(name, row.score(), row.real(), row.autoencoded(), row.chance());
  }
}
