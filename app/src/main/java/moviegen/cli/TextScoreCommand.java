package moviegen.cli;

import java.io.IOException;
import java.util.concurrent.Callable;
import moviegen.evaluate.TextScore;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Measures the prompt-level tower. */
@Command(
    name = "text",
    description = "What the text tower knows of captions with unseen words side by side.",
    footer = {"", "Example:", "  ./moviegen evaluate text --cast runs/cast"})
final class TextScoreCommand implements Callable<Integer> {
  @Option(
      names = "--count",
      defaultValue = "400",
      description = "Captions of held-out scenes; default ${DEFAULT-VALUE}.")
  int count;

  @Mixin CastOption cast = new CastOption();

  @Mixin ReportOptions options = new ReportOptions();

  @Override
  public Integer call() throws IOException {
    Counts.check("--count", count, 100_000);
    options.check();
    options.tell(TextScore.of(cast.open(), count, options.typed(), Countdown.standardError()));
    return 0;
  }
}
