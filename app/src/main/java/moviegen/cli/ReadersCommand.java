package moviegen.cli;

import java.io.IOException;
import java.util.concurrent.Callable;
import moviegen.evaluate.ReaderScore;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Measures those who measure. */
@Command(
    name = "readers",
    description = "How well drawn films are read, whose truth is known.",
    footer = {"", "Example:", "  ./moviegen evaluate readers --count 300 --out docs/readers.md"})
final class ReadersCommand implements Callable<Integer> {
  @Option(
      names = "--count",
      defaultValue = "300",
      description = "Held-out films; default ${DEFAULT-VALUE}.")
  int count;

  @Option(
      names = "--judge",
      paramLabel = "CAST",
      defaultValue = "tiny",
      description = "The cast whose judge reads, too; default ${DEFAULT-VALUE}.")
  String judge = "tiny";

  @Mixin ReportOptions options = new ReportOptions();

  @Override
  public Integer call() throws IOException {
    Counts.check("--count", count, 100_000);
    options.check();
    options.tell(
        JudgedOptions.reading(
            judge,
            readers -> ReaderScore.of(readers, count, options.typed(), Countdown.standardError())));
    return 0;
  }
}
