package moviegen.evaluate;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import moviegen.autoencoder.Autoencoder;
import moviegen.generate.AutoencoderPart;
import moviegen.generate.Cast;
import moviegen.media.Frames;
import moviegen.world.Prompt;
import moviegen.world.Renderer;

/**
 * How much of what a prompt says its film shows, as readers read it, beside the drawing of the same
 * truth, that drawing through the autoencoder, and chance.
 */
public final class Alignment {
  private static final long SEEDS = 1L << 30;
  private static final int FRAMES = 32;

  private final Map<String, Reader> readers;
  private final TruthScore made;
  private final TruthScore real;
  private final TruthScore autoencoded;

  private Alignment(Map<String, Reader> readers) {
    this.readers = new LinkedHashMap<>(readers);
    made = new TruthScore(readers);
    real = new TruthScore(readers);
    autoencoded = new TruthScore(readers);
  }

  /**
   * Reads the film of every prompt, and drawings of the same truths where the world has them.
   *
   * @param cast whose autoencoder the drawings go through
   * @param disagreements takes the films that readers read differently
   * @param command what to type to find it again
   */
  public static Report of(
      List<Prompt> prompts,
      FilmSource films,
      Map<String, Reader> readers,
      Cast cast,
      Disagreements disagreements,
      String command,
      CountListener listener) {
    try (var part = AutoencoderPart.open(cast)) {
      return of(prompts, films, readers, part.autoencoder(), disagreements, command, listener);
    }
  }

  static Report of(
      List<Prompt> prompts,
      FilmSource films,
      Map<String, Reader> readers,
      Autoencoder autoencoder,
      Disagreements disagreements,
      String command,
      CountListener listener) {
    var alignment = new Alignment(readers);
    var codec = new AutoencoderCodec(autoencoder);
    for (int i = 0; i < prompts.size(); i++) {
      var prompt = prompts.get(i);
      var film = films.film(prompt, i);
      disagreements.add(prompt, film, alignment.read(prompt, film, alignment.made));
      var scene = TruthScene.of(prompt.truth(), SEEDS + i);
      if (scene.isPresent()) {
        var drawn = Renderer.render(scene.get(), Footage.shot(0, FRAMES));
        var _ = alignment.read(prompt, drawn, alignment.real);
        var _ = alignment.read(prompt, codec.copy(drawn).frames(), alignment.autoencoded);
      }
      listener.onCount(i + 1, prompts.size());
    }
    return new Report(
        "alignment", prompts.size(), command, alignment.rows(), alignment.made.mean());
  }

  private Map<String, Map<String, String>> read(Prompt prompt, Frames film, TruthScore score) {
    Map<String, Map<String, String>> read = new LinkedHashMap<>();
    readers.forEach((name, reader) -> read.put(name, reader.read(film)));
    score.add(prompt, read);
    return read;
  }

  private List<Row> rows() {
    var reals = values(real.rows());
    var copies = values(autoencoded.rows());
    var rows = new ArrayList<Row>();
    for (var row : made.rows()) {
      rows.add(
          new Row(
              row.name(),
              row.score(),
              optional(reals, row.name()),
              optional(copies, row.name()),
              row.chance()));
    }
    return List.copyOf(rows);
  }

  private static Map<String, Double> values(List<Row> rows) {
    var values = new LinkedHashMap<String, Double>();
    rows.forEach(row -> values.put(row.name(), row.score().value()));
    return values;
  }

  private static OptionalDouble optional(Map<String, Double> values, String name) {
    return values.containsKey(name)
        ? OptionalDouble.of(values.getOrDefault(name, 0.0))
        : OptionalDouble.empty();
  }
}
