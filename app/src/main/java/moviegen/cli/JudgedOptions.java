package moviegen.cli;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;
import moviegen.evaluate.ClassicalReader;
import moviegen.evaluate.FilmSource;
import moviegen.evaluate.LearnedReader;
import moviegen.evaluate.Reader;
import moviegen.evaluate.Report;
import moviegen.generate.Cast;
import moviegen.generate.JudgePart;
import moviegen.generate.Studio;
import moviegen.world.Prompt;
import moviegen.world.Prompts;
import moviegen.world.PromptsFile;
import moviegen.world.Split;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** The options of measurements that read films: which films, and who reads them. */
final class JudgedOptions {
  private static final long SEED = 1;

  @Option(
      names = "--films",
      paramLabel = "FOLDER",
      description = "Films made elsewhere, each called ID.mp4 after its prompt; none is made.")
  Optional<Path> films = Optional.empty();

  @Option(
      names = "--keep",
      paramLabel = "FOLDER",
      description = "Where films that are made are kept; what is there is not made again.")
  Optional<Path> keep = Optional.empty();

  @Option(
      names = "--judge",
      paramLabel = "CAST",
      defaultValue = "tiny",
      description = "The cast whose judge reads; default ${DEFAULT-VALUE}.")
  String judge = "tiny";

  @Option(
      names = "--split",
      defaultValue = "dev",
      description =
          "Prompts to work with (dev) or to report on, once (test); default ${DEFAULT-VALUE}.")
  Split split = Split.DEV;

  @Option(
      names = "--steps",
      defaultValue = "50",
      description = "Steps of the sampler; default ${DEFAULT-VALUE}.")
  int steps;

  @Mixin CastOption cast = new CastOption();

  @Mixin ReportOptions report = new ReportOptions();

  void check() {
    Counts.check("--steps", steps, 1000);
    films.ifPresent(folder -> requireFolder("--films", folder));
    keep.ifPresent(folder -> requireFolder("--keep", folder));
    report.check();
  }

  private static void requireFolder(String option, Path folder) {
    if (!Files.isDirectory(folder)) {
      throw new IllegalArgumentException(
          "%s is a folder that is there, got \"%s\".".formatted(option, folder));
    }
  }

  /** Prompts of a file, or so many of every tier that prompts are made of. */
  List<Prompt> prompts(Optional<Path> file, int count) {
    return file.map(PromptsFile::read)
        .orElseGet(
            () ->
                Prompts.TIERS.stream()
                    .flatMap(tier -> Prompts.of(tier, split, count, SEED).stream())
                    .toList());
  }

  /** Lets a measurement have its films. */
  Report measure(BiFunction<Cast, FilmSource, Report> measurement) {
    var models = cast.open();
    if (films.isPresent()) {
      return measurement.apply(models, FilmSource.in(films.get()));
    }
    try (var studio = Studio.open(models)) {
      var made = FilmSource.made(request -> studio.generate(request).frames(), steps);
      return measurement.apply(models, keep.map(made::keptIn).orElse(made));
    }
  }

  /** Lets a measurement have its films and its readers, the learned one first if there is one. */
  Report read(Measurement measurement) {
    return measure(
        (models, source) -> reading(judge, readers -> measurement.of(models, source, readers)));
  }

  /** What needs readers. */
  interface Reading<T> {
    T of(Map<String, Reader> readers);
  }

  /** What needs films and readers. */
  interface Measurement {
    Report of(Cast cast, FilmSource films, Map<String, Reader> readers);
  }

  /** Opens all readers that there are. */
  static <T> T reading(String judge, Reading<T> reading) {
    Map<String, Reader> readers = new LinkedHashMap<>();
    var cast = Cast.named(judge);
    if (!JudgePart.isIn(cast)) {
      System.err.printf(
          "The cast \"%s\" has no judge, so the learned reader does not read.%n", cast.name());
      readers.put("classical", new ClassicalReader());
      return reading.of(readers);
    }
    try (var learned = LearnedReader.of(cast)) {
      readers.put("learned", learned);
      readers.put("classical", new ClassicalReader());
      return reading.of(readers);
    }
  }
}
