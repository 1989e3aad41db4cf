package moviegen.cli;

import java.io.IOException;
import java.util.concurrent.Callable;
import moviegen.evaluate.Endurance;
import moviegen.generate.Studio;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Makes many films in one process and looks at its memory. */
@Command(
    name = "endurance",
    description = "What a process holds that makes one film after the other.",
    footer = {"", "Example:", "  ./moviegen evaluate endurance --count 100"})
final class EnduranceCommand implements Callable<Integer> {
  private static final int PROMPTS = 200;

  @Option(names = "--count", defaultValue = "100", description = "Films; default ${DEFAULT-VALUE}.")
  int count;

  @Mixin PromptsOption prompts = new PromptsOption();

  @Mixin CastOption cast = new CastOption();

  @Mixin ReportOptions options = new ReportOptions();

  @Override
  public Integer call() throws IOException {
    Counts.check("--count", count, 100_000);
    options.check();
    var opened = cast.open();
    var listed = prompts.read(PROMPTS);
    try (var studio = Studio.open(opened)) {
      options.tell(Endurance.of(studio, listed, count, options.typed(), Countdown.standardError()));
    }
    return 0;
  }
}
