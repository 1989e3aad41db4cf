package moviegen.cli;

import java.io.IOException;
import java.util.concurrent.Callable;
import moviegen.evaluate.WordEffect;
import moviegen.world.WordChange;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Measures what a changed word changes. */
@Command(
    name = "words",
    description = "What one changed word of a prompt changes at the same seed, and what else.",
    footer = {"", "Example:", "  ./moviegen evaluate words --count 110"})
final class WordEffectCommand implements Callable<Integer> {
  private static final long SEED = 1;

  @Option(
      names = "--count",
      defaultValue = "110",
      description = "Changes, of two films each; default ${DEFAULT-VALUE}.")
  int count;

  @Mixin JudgedOptions options = new JudgedOptions();

  @Override
  public Integer call() throws IOException {
    Counts.check("--count", count, 10_000);
    options.check();
    var changes = WordChange.of(options.split, count, SEED);
    options.report.tell(
        options.read(
            (_, films, readers) ->
                WordEffect.of(
                    changes, films, readers, options.report.typed(), Countdown.standardError())));
    return 0;
  }
}
