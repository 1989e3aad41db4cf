package moviegen.evaluate;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.OptionalDouble;
import moviegen.media.Frames;
import moviegen.world.Prompt;
import moviegen.world.Renderer;
import moviegen.world.WordChange;

/**
 * What a changed word changes at the same seed: the share of films in which its own attribute is
 * read otherwise, and the share of the other stated attributes that are.
 */
public final class WordEffect {
  private static final int FRAMES = 32;
  private static final long SEEDS = 1L << 31;
  private static final String CHANGED = "/changed";
  private static final String AS_ASKED = "/changed as asked";
  private static final String OTHERS = "/others changed";

  private final Map<String, Reader> readers;
  private final Map<String, Shares> shares = new LinkedHashMap<>();

  private WordEffect(Map<String, Reader> readers) {
    this.readers = new LinkedHashMap<>(readers);
  }

  /**
   * Reads both films of every change.
   *
   * @param command what to type to find it again
   */
  public static Report of(
      List<WordChange> changes,
      FilmSource films,
      Map<String, Reader> readers,
      String command,
      CountListener listener) {
    var made = new WordEffect(readers);
    var real = new WordEffect(readers);
    for (int i = 0; i < changes.size(); i++) {
      var change = changes.get(i);
      made.add(change, films.film(change.before(), i), films.film(change.after(), i));
      var before = drawn(change.before(), i);
      var after = drawn(change.after(), i);
      if (!before.isEmpty() && !after.isEmpty()) {
        real.add(change, before.getFirst(), after.getFirst());
      }
      listener.onCount(i + 1, changes.size());
    }
    return new Report("words", changes.size(), command, made.rows(real), made.mean());
  }

  private static List<Frames> drawn(Prompt prompt, int index) {
    return TruthScene.of(prompt.truth(), SEEDS + index).stream()
        .map(scene -> Renderer.render(scene, Footage.shot(0, FRAMES)))
        .toList();
  }

  private void add(WordChange change, Frames before, Frames after) {
    readers.forEach(
        (name, reader) -> add(name, reader, change, reader.read(before), reader.read(after)));
  }

  private void add(
      String name,
      Reader reader,
      WordChange change,
      Map<String, String> before,
      Map<String, String> after) {
    var own = change.attribute();
    if (reader.attributes().contains(own) && speaks(reader, own, before, after)) {
      boolean changed = !Objects.equals(before.get(own), after.get(own));
      boolean asked = Objects.equals(change.after().truth().get(own), after.get(own));
      at(name + CHANGED).add(own, changed);
      at(name + AS_ASKED).add(own, changed && asked);
    }
    for (var other : change.before().truth().keySet()) {
      if (!other.equals(own)
          && reader.attributes().contains(other)
          && speaks(reader, other, before, after)) {
        at(name + OTHERS).add(other, !Objects.equals(before.get(other), after.get(other)));
      }
    }
  }

  private static boolean speaks(
      Reader reader, String attribute, Map<String, String> before, Map<String, String> after) {
    return !reader.mayBeSilent() || before.containsKey(attribute) && after.containsKey(attribute);
  }

  private Shares at(String name) {
    return shares.computeIfAbsent(name, _ -> new Shares());
  }

  private List<Row> rows(WordEffect real) {
    var rows = new ArrayList<Row>();
    shares.forEach(
        (name, all) -> {
          var other = real.at(name);
          rows.add(
              row(
                  name,
                  all.macroAverage(),
                  other.values().isEmpty() ? Double.NaN : other.macroAverage().value()));
          for (var attribute : all.values()) {
            boolean known = other.values().contains(attribute);
            rows.add(
                row(
                    name + "/" + attribute,
                    all.of(attribute),
                    known ? other.of(attribute).value() : Double.NaN));
          }
        });
    return List.copyOf(rows);
  }

  private static Row row(String name, Interval score, double real) {
    var empty = OptionalDouble.empty();
    return new Row(name, score, Double.isNaN(real) ? empty : OptionalDouble.of(real), empty, empty);
  }

  /** How often the first reader sees the changed attribute change. */
  private double mean() {
    var name = readers.keySet().iterator().next() + CHANGED;
    return shares.containsKey(name) ? at(name).macroAverage().value() : 0;
  }
}
