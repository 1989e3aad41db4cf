package moviegen.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import moviegen.evaluate.Alignment;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Measures how much of what a prompt says its film shows. */
@Command(
    name = "alignment",
    description = "How much of what a prompt says its film shows, as two readers read it.",
    footer = {"", "Example:", "  ./moviegen evaluate alignment --count 20 --keep films"})
final class AlignmentCommand implements Callable<Integer> {
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
    var all = options.prompts(prompts, count);
    options.report.tell(
        options.read(
            (cast, films, readers) ->
                Alignment.of(
                    all, films, readers, cast, options.report.typed(), Countdown.standardError())));
    return 0;
  }
}
