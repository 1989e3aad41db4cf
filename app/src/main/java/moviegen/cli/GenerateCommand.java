package moviegen.cli;

import java.util.concurrent.Callable;
import java.util.stream.LongStream;
import moviegen.generate.FilmRequest;
import moviegen.generate.Request;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Makes films from text. */
@Command(
    name = "generate",
    description = "Make a film from text.",
    footer = {"", "Example:", "  ./moviegen generate \"a red ball bounces on a beach at sunset\""})
final class GenerateCommand implements Callable<Integer> {
  @Mixin PromptOptions options = new PromptOptions();

  @Option(
      names = "--seconds",
      defaultValue = "2",
      description = "Length, 1 to 16 seconds; default ${DEFAULT-VALUE}.")
  double seconds;

  @Option(
      names = "--fps",
      defaultValue = "16",
      description = "Frames a second, 16 or 24; default ${DEFAULT-VALUE}.")
  int fps;

  @Override
  public Integer call() {
    var first =
        new FilmRequest(
            options.prompt(),
            options.negative,
            seconds,
            fps,
            options.frameSize(),
            options.steps,
            options.guidance,
            options.seed);
    var requests =
        LongStream.range(0, options.count)
            .<Request>mapToObj(i -> first.withSeed(options.seed + i))
            .toList();
    return Production.run(requests, options);
  }
}
