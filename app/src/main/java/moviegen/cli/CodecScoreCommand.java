package moviegen.cli;

import java.io.IOException;
import java.util.concurrent.Callable;
import moviegen.evaluate.CodecScore;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Measures the codec of sound. */
@Command(
    name = "codec",
    description = "How much of a sound the codec keeps, beside AAC at 24 kb/s.",
    footer = {"", "Example:", "  ./moviegen evaluate codec --count 100"})
final class CodecScoreCommand implements Callable<Integer> {
  @Option(
      names = "--count",
      defaultValue = "100",
      description = "Held-out sounds; default ${DEFAULT-VALUE}.")
  int count;

  @Mixin CastOption cast = new CastOption();

  @Mixin ReportOptions options = new ReportOptions();

  @Override
  public Integer call() throws IOException {
    Counts.check("--count", count, 100_000);
    options.check();
    options.tell(CodecScore.of(cast.open(), count, options.typed(), Countdown.standardError()));
    return 0;
  }
}
