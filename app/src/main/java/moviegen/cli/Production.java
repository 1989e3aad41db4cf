package moviegen.cli;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import moviegen.generate.Cancel;
import moviegen.generate.Cast;
import moviegen.generate.Film;
import moviegen.generate.FilmRequest;
import moviegen.generate.ImageRequest;
import moviegen.generate.OutputFile;
import moviegen.generate.Request;
import moviegen.generate.Stage;
import moviegen.generate.Studio;
import moviegen.generate.Version;

/** The making of one or more films into files, with all that is said meanwhile. */
final class Production {
  private Production() {}

  static int run(Cast cast, List<Request> requests, PromptOptions options) {
    var reading = Reading.of(options.prompt(), cast);
    if (options.strict) {
      reading.requireAllKnown();
    }
    var files = requests.stream().map(options::file).toList();
    var cancel = new Cancel();
    var films = new ArrayList<Map<String, Object>>();
    try (var _ = Interrupt.cancels(cancel);
        var terminal = Terminal.standardError();
        var studio = Studio.open(cast)) {
      reading.sentences().forEach(terminal::say);
      studio.plan(requests.getFirst()).ifPresent(plan -> plan.sentences().forEach(terminal::say));
      for (int i = 0; i < requests.size(); i++) {
        var film = make(studio, requests.get(i), files.get(i), terminal, cancel);
        terminal.say(sentence(film, files.get(i).file()));
        silence(film).ifPresent(terminal::say);
        films.add(facts(film, files.get(i), cast.name(), reading));
      }
      terminal.say(next(requests.getLast(), files.getLast().file()));
    }
    if (options.json) {
      var result = new LinkedHashMap<String, Object>();
      result.put("films", films);
      result.put("version", Version.current());
      Json.print(result);
    }
    return 0;
  }

  private static Film make(
      Studio studio, Request request, OutputFile out, Terminal terminal, Cancel cancel) {
    try {
      return studio.generate(request, out, terminal, cancel);
    } catch (RuntimeException e) {
      if (Files.exists(out.latents())) {
        terminal.say(
            "What was sampled is kept; ./moviegen again %s goes on from there."
                .formatted(out.file()));
      }
      throw e;
    }
  }

  private static String sentence(Film film, Path file) {
    var request = film.request();
    return "%s  (%s, %d frame%s, seed %d, made in %.1f s)"
        .formatted(
            file,
            request.size(),
            request.frames(),
            request.frames() == 1 ? "" : "s",
            request.seed(),
            film.totalSeconds());
  }

  /** Why a film is silent that was not asked to be. */
  private static Optional<String> silence(Film film) {
    boolean silent = film.request() instanceof FilmRequest asked && asked.sound().silent();
    return film.sound().isPresent() || silent || film.request() instanceof ImageRequest
        ? Optional.empty()
        : Optional.of("It is silent: this cast makes no sound.");
  }

  private static String next(Request request, Path file) {
    return "Next: --seed %d for another one, or ./moviegen inspect %s"
        .formatted(request.seed() + 1, file);
  }

  private static Map<String, Object> facts(
      Film film, OutputFile out, String cast, Reading reading) {
    var request = film.request();
    var facts = new LinkedHashMap<String, Object>();
    facts.put("file", out.file().toString());
    facts.put("prompt", request.prompt());
    facts.put("seed", request.seed());
    facts.put("width", request.size().width());
    facts.put("height", request.size().height());
    facts.put("fps", request.fps());
    facts.put("frames", request.frames());
    facts.put("steps", request.steps());
    facts.put("guidance", request.guidance());
    facts.put("sound", film.sound().isPresent());
    facts.put("cast", cast);
    facts.put("understood", reading.understood());
    facts.put("unknown", reading.unknown());
    facts.put("seconds", seconds(film));
    facts.put("peak_memory_bytes", film.peakMemoryBytes());
    return facts;
  }

  private static Map<String, Double> seconds(Film film) {
    var seconds = new LinkedHashMap<String, Double>();
    for (Stage stage : Stage.values()) {
      seconds.put(stage.label(), rounded(film.seconds().getOrDefault(stage, 0.0)));
    }
    seconds.put("total", rounded(film.totalSeconds()));
    return seconds;
  }

  private static double rounded(double value) {
    return Math.round(1000 * value) / 1000.0;
  }
}
