package moviegen.cli;

import java.io.IOException;
import java.util.concurrent.Callable;
import moviegen.evaluate.ClipScore;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Measures the towers in which stills and captions find each other. */
@Command(
    name = "clip",
    description = "How often a caption finds its still among 64.",
    footer = {"", "Example:", "  ./moviegen evaluate clip --cast runs/cast"})
final class ClipScoreCommand implements Callable<Integer> {
  @Option(
      names = "--count",
      defaultValue = "4",
      description = "Groups of 64 scenes; default ${DEFAULT-VALUE}.")
  int count;

  @Mixin CastOption cast = new CastOption();

  @Mixin ReportOptions options = new ReportOptions();

  @Override
  public Integer call() throws IOException {
    Counts.check("--count", count, 100_000);
    options.check();
    options.tell(ClipScore.of(cast.open(), count, options.typed(), Countdown.standardError()));
    return 0;
  }
}
