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

  @Mixin CastOption cast = new CastOption();

  @Mixin ReportOptions options = new ReportOptions();

  @Override
  public Integer call() throws IOException {
    Counts.check("--count", count, 100_000);
    options.check();
    options.tell(SoundScore.of(cast.open(), count, options.typed(), Countdown.standardError()));
    return 0;
  }
}
