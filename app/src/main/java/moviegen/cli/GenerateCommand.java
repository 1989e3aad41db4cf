package moviegen.cli;

import java.util.Optional;
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

  @Option(names = "--seconds", description = "Length, 1 to 16 seconds; tiny's default is 2.")
  Optional<Double> seconds = Optional.empty();

  @Option(names = "--fps", description = "Frames a second, 16 or 24; tiny's default is 16.")
  Optional<Integer> fps = Optional.empty();

  @Mixin SoundWishOptions sound = new SoundWishOptions();

  @Override
  public Integer call() {
    var cast = options.openCast();
    var defaults = options.over(options.use.defaults(cast));
    var first =
        new FilmRequest(
            options.prompt(),
            defaults.negative(),
            seconds.orElse(defaults.seconds()),
            fps.orElse(defaults.fps()),
            defaults.size(),
            defaults.steps(),
            defaults.guidance(),
            options.seed,
            sound.wish());
    var requests =
        LongStream.range(0, options.count)
            .<Request>mapToObj(i -> first.withSeed(options.seed + i))
            .toList();
    return Production.run(cast, requests, options);
  }
}
