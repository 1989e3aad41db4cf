package moviegen.cli;

import java.io.IOException;
import java.util.concurrent.Callable;
import moviegen.evaluate.LetterScore;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Measures the character-level tower. */
@Command(
    name = "bytes",
    description = "How many signs the tower of letters writes as it read them.",
    footer = {"", "Example:", "  ./moviegen evaluate bytes --cast runs/cast"})
final class LetterScoreCommand implements Callable<Integer> {
  @Option(
      names = "--count",
      defaultValue = "1000",
      description = "Signs; default ${DEFAULT-VALUE}.")
  int count;

  @Mixin CastOption cast = new CastOption();

  @Mixin ReportOptions options = new ReportOptions();

  @Override
  public Integer call() throws IOException {
    Counts.check("--count", count, 100_000);
    options.check();
    options.tell(LetterScore.of(cast.open(), count, options.typed(), Countdown.standardError()));
    return 0;
  }
}
