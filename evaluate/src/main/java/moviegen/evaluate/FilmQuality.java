package moviegen.evaluate;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.stream.Stream;
import moviegen.world.Prompt;
import moviegen.world.Renderer;

/**
 * How consistent films are and how they move, by how much motion their prompts ask for, beside
 * drawings of the same truths (paper §3.5.1: frame consistency, motion completeness, motion
 * naturalness).
 */
public final class FilmQuality {
  private static final int FRAMES = 32;
  private static final long SEEDS = 1L << 30;

  /** The share of a drawing's way from which on a way is gone. */
  private static final double DONE = 0.5;

  /** The way of a drawing below which there is none to tell. */
  private static final double WAY = 0.08;

  private final Tally made = new Tally();
  private final Tally real = new Tally();

  private FilmQuality() {}

  /**
   * Measures the film of every prompt.
   *
   * @param command what to type to find it again
   */
  public static Report of(
      List<Prompt> prompts, FilmSource films, String command, CountListener listener) {
    var quality = new FilmQuality();
    for (int i = 0; i < prompts.size(); i++) {
      var prompt = prompts.get(i);
      var film = TrackedFilm.of(films.film(prompt, i));
      add(quality.made, prompt, film);
      var scene = TruthScene.of(prompt.truth(), SEEDS + i);
      if (scene.isPresent()) {
        var drawn = TrackedFilm.of(Renderer.render(scene.get(), Footage.shot(0, FRAMES)));
        add(quality.real, prompt, drawn);
        quality.compare(prompt.truth(), film, drawn);
      }
      listener.onCount(i + 1, prompts.size());
    }
    return new Report("quality", prompts.size(), command, quality.rows(), quality.completeness());
  }

  private static void add(Tally tally, Prompt prompt, TrackedFilm film) {
    var level = MotionLevel.of(prompt.truth()).name().toLowerCase(Locale.ROOT);
    for (var group : List.of("all", level)) {
      if (!"stands".equals(prompt.truth().get("action"))) {
        tally.addShare("completeness/" + group + "/still films", film.isStill());
      }
      tally.addShare("completeness/" + group + "/subject found", film.isTracked());
      tally.add("consistency/" + group + "/background flicker", film.flicker());
      if (film.isTracked()) {
        tally.add("consistency/" + group + "/subject color drift", film.colorDrift());
        tally.add("consistency/" + group + "/subject shape drift", film.shapeDrift());
        tally.add("naturalness/" + group + "/unsteady way", film.unsteadiness());
      }
    }
  }

  /** Whether what was asked went at least half as far as in the drawing. */
  private void compare(Map<String, String> truth, TrackedFilm film, TrackedFilm drawn) {
    var wanted = drawn.progress(truth);
    if (wanted.isEmpty() || !drawn.isTracked() || wanted.getAsDouble() < WAY) {
      return;
    }
    double gone = film.isTracked() ? film.progress(truth).orElse(0) : 0;
    made.addShare("completeness/all/way gone", gone >= DONE * wanted.getAsDouble());
    real.addShare("completeness/all/way gone", true);
  }

  private List<Row> rows() {
    var rows = new ArrayList<Row>();
    Stream.of("completeness", "consistency", "naturalness")
        .flatMap(
            kind ->
                Stream.of("all", "low", "medium", "high").map(level -> kind + "/" + level + "/"))
        .flatMap(prefix -> made.names().stream().filter(name -> name.startsWith(prefix)))
        .forEach(name -> rows.add(row(name)));
    return List.copyOf(rows);
  }

  private Row row(String name) {
    var score = made.row(name).score();
    var drawn =
        real.has(name)
            ? OptionalDouble.of(Interval.of(real.of(name)).value())
            : OptionalDouble.empty();
    return new Row(name, score, drawn, OptionalDouble.empty(), OptionalDouble.empty());
  }

  private double completeness() {
    String name = "completeness/all/way gone";
    return made.has(name) ? Interval.of(made.of(name)).value() : 0;
  }
}
