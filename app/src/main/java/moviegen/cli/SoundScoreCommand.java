package moviegen.cli;

import java.io.IOException;
import java.util.concurrent.Callable;
import moviegen.evaluate.SoundScore;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Measures the sound that a cast makes for films. */
@Command(
    name = "sound",
    description = "How well the sound made for a film fits it, in time and in kind.",
    footer = {"", "Example:", "  ./moviegen evaluate sound --count 100"})
final class SoundScoreCommand implements Callable<Integer> {
  @Option(
      names = "--count",
      defaultValue = "100",
      description = "Held-out films of each sort; default ${DEFAULT-VALUE}.")
  int count;

  @Option(
      names = "--films",
      defaultValue = "0",
      description = "Films that the cast makes itself, whose touches are seen; default none.")
  int films;

  @Mixin CastOption cast = new CastOption();

  @Mixin ReportOptions options = new ReportOptions();

  @Override
  public Integer call() throws IOException {
    Counts.check("--count", count, 100_000);
    options.check();
    if (films > 0) {
      Counts.check("--films", films, 10_000);
    }
    options.tell(
        SoundScore.of(cast.open(), count, films, options.typed(), Countdown.standardError()));
    return 0;
  }
}
