package moviegen.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import moviegen.evaluate.Alignment;
import moviegen.evaluate.Disagreements;
import moviegen.generate.OutputFile;
import moviegen.media.Picture;
import moviegen.media.Tags;
import moviegen.provenance.Mark;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Measures how much of what a prompt says its film shows. */
@Command(
    name = "alignment",
    description = "How much of what a prompt says its film shows, as two readers read it.",
    footer = {"", "Example:", "  ./moviegen evaluate alignment --count 20 --keep films"})
final class AlignmentCommand implements Callable<Integer> {
  private static final long ROOM_BYTES = 50_000_000;

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

  @Option(
      names = "--differences",
      paramLabel = "FILE",
      description = "A picture of the first films that the readers read differently.")
  Optional<Path> differences = Optional.empty();

  @Mixin JudgedOptions options = new JudgedOptions();

  @Override
  public Integer call() throws IOException {
    Counts.check("--count", count, 10_000);
    options.check();
    differences.ifPresent(
        file -> new OutputFile(file, options.report.force.given).check(".png", ROOM_BYTES));
    var disagreements = new Disagreements();
    var all = options.prompts(prompts, count);
    options.report.tell(
        options.read(
            (cast, films, readers) ->
                Alignment.of(
                    all,
                    films,
                    readers,
                    cast,
                    disagreements,
                    options.report.typed(),
                    Countdown.standardError())));
    disagreements.sentences().forEach(System.err::println);
    if (differences.isPresent() && disagreements.sheet().isPresent()) {
      Picture.write(differences.get(), disagreements.sheet().get(), Tags.NONE.withXmp(Mark.xmp()));
    }
    return 0;
  }
}
