package moviegen.cli;

import java.io.IOException;
import java.util.concurrent.Callable;
import moviegen.evaluate.ScheduleComparison;
import moviegen.generate.Studio;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Measures what few steps of the sampler change. */
@Command(
    name = "schedule",
    description = "How far the latents of few steps are from those of 250.",
    footer = {"", "Example:", "  ./moviegen evaluate schedule --count 8 --out docs/schedules.md"})
final class ScheduleComparisonCommand implements Callable<Integer> {
  @Option(
      names = "--count",
      defaultValue = "8",
      description = "How many of the prompts; default ${DEFAULT-VALUE}.")
  int count;

  @Mixin PromptsOption prompts = new PromptsOption();
  @Mixin CastOption cast = new CastOption();
  @Mixin ReportOptions options = new ReportOptions();

  @Override
  public Integer call() throws IOException {
    Counts.check("--count", count, 10_000);
    var first = prompts.read(count);
    options.check();
    try (var studio = Studio.open(cast.open())) {
      var progress = Countdown.standardError();
      options.tell(ScheduleComparison.of(studio::latents, first, options.typed(), progress));
    }
    return 0;
  }
}
