package moviegen.evaluate;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import moviegen.media.Frames;
import moviegen.media.Sheet;
import moviegen.world.Prompt;

/** Films of which readers say different things, to be looked at: none is chosen, the first ones. */
public final class Disagreements {
  private static final int MOST = 24;
  private static final int COLUMNS = 8;

  private final List<Frames> films = new ArrayList<>();
  private final List<String> sentences = new ArrayList<>();

  /** Adds the film of a prompt if two of its readers contradict each other. */
  void add(Prompt prompt, Frames film, Map<String, Map<String, String>> read) {
    var found = new ArrayList<String>();
    var names = List.copyOf(read.keySet());
    for (int i = 0; i < names.size(); i++) {
      for (var other : names.subList(i + 1, names.size())) {
        found.addAll(
            differences(
                names.get(i),
                read.getOrDefault(names.get(i), Map.of()),
                other,
                read.getOrDefault(other, Map.of())));
      }
    }
    if (!found.isEmpty() && films.size() < MOST) {
      films.add(film);
      sentences.add(
          "%d. %s \"%s\": %s"
              .formatted(films.size(), prompt.id(), prompt.prompt(), String.join("; ", found)));
    }
  }

  private static List<String> differences(
      String name, Map<String, String> said, String other, Map<String, String> saidToo) {
    return said.entrySet().stream()
        .filter(entry -> saidToo.containsKey(entry.getKey()))
        .filter(entry -> !entry.getValue().equals(saidToo.get(entry.getKey())))
        .map(
            entry ->
                "%s is %s to the %s reader, %s to the %s"
                    .formatted(
                        entry.getKey(), entry.getValue(), name, saidToo.get(entry.getKey()), other))
        .toList();
  }

  /** A line for each film: its prompt, and what the readers say. */
  public List<String> sentences() {
    return List.copyOf(sentences);
  }

  /** The films, a row each, if there are any. */
  public Optional<Frames> sheet() {
    return films.isEmpty() ? Optional.empty() : Optional.of(Sheet.rows(films, COLUMNS));
  }
}
