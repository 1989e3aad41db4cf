package moviegen.cli;

import java.io.IOException;
import java.util.concurrent.Callable;
import moviegen.evaluate.AutoencoderScore;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Measures the autoencoder. */
@Command(
    name = "autoencoder",
    description = "How much of a film the autoencoder keeps, beside bicubic and H.264.",
    footer = {"", "Example:", "  ./moviegen evaluate autoencoder --count 200"})
final class AutoencoderScoreCommand implements Callable<Integer> {
  private static final int MOST_STEPS = 10_000;

  @Option(
      names = "--count",
      defaultValue = "200",
      description = "Held-out films; default ${DEFAULT-VALUE}.")
  int count;

  @Option(
      names = "--descent",
      defaultValue = "0",
      paramLabel = "STEPS",
      description = "Also move each latent by descent, for what a better encoder could reach.")
  int descent;

  @Mixin CastOption cast = new CastOption();

  @Mixin ReportOptions options = new ReportOptions();

  @Override
  public Integer call() throws IOException {
    Counts.check("--count", count, 100_000);
    if (descent < 0 || descent > MOST_STEPS) {
      throw new IllegalArgumentException(
          "--descent takes 0 to %d steps, got %d.".formatted(MOST_STEPS, descent));
    }
    options.check();
    options.tell(
        AutoencoderScore.of(
            cast.open(), count, descent, options.typed(), Countdown.standardError()));
    return 0;
  }
}
