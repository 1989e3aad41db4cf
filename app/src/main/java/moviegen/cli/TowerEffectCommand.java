package moviegen.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import moviegen.evaluate.FilmSource;
import moviegen.evaluate.TowerEffect;
import moviegen.generate.Cast;
import moviegen.generate.Studio;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Measures what each text tower is good for. */
@Command(
    name = "towers",
    description = "How much of what prompts say films show, each text tower silent in turn.",
    footer = {"", "Example:", "  ./moviegen evaluate towers --count 20"})
final class TowerEffectCommand implements Callable<Integer> {
  private static final List<String> TOWERS = List.of("text", "clip", "bytes");

  @Option(
      names = "--prompts",
      paramLabel = "FILE",
      description = "Prompts with their truth, one JSON object a line; otherwise some are made.")
  Optional<Path> prompts = Optional.empty();

  @Option(
      names = "--count",
      defaultValue = "20",
      description = "Prompts of each tier that are made; default ${DEFAULT-VALUE}.")
  int count;

  @Mixin JudgedOptions options = new JudgedOptions();

  @Override
  public Integer call() throws IOException {
    Counts.check("--count", count, 10_000);
    options.check();
    if (options.films.isPresent() || options.keep.isPresent()) {
      throw new IllegalArgumentException(
          "Films of silent towers are made for the purpose; leave --films and --keep out.");
    }
    var all = options.prompts(prompts, count);
    var studios = new LinkedHashMap<String, Studio>();
    try {
      casts().forEach((name, cast) -> studios.put(name, Studio.open(cast)));
      Map<String, FilmSource> ways = new LinkedHashMap<>();
      studios.forEach(
          (name, studio) ->
              ways.put(
                  name,
                  FilmSource.made(request -> studio.generate(request).frames(), options.steps)));
      options.report.tell(
          JudgedOptions.reading(
              options.judge,
              readers ->
                  TowerEffect.of(
                      all, ways, readers, options.report.typed(), Countdown.standardError())));
    } finally {
      new ArrayList<>(studios.values()).forEach(Studio::close);
    }
    return 0;
  }

  private Map<String, Cast> casts() {
    var own = options.cast.open().own();
    Map<String, Cast> casts = new LinkedHashMap<>();
    casts.put(TowerEffect.ALL, own);
    for (var tower : TOWERS) {
      if (own.find(tower).isPresent()) {
        casts.put("without " + tower, own.without(tower));
      }
    }
    return casts;
  }
}
