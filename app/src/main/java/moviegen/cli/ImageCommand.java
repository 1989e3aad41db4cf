package moviegen.cli;

import java.util.concurrent.Callable;
import java.util.stream.LongStream;
import moviegen.generate.Request;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** Makes pictures from text. */
@Command(
    name = "image",
    description = "Make a picture from text.",
    footer = {"", "Example:", "  ./moviegen image \"a blue boat on a beach at night\" --seed 4"})
final class ImageCommand implements Callable<Integer> {
  @Mixin PromptOptions options = new PromptOptions();

  @Override
  public Integer call() {
    var cast = options.openCast();
    var defaults = options.over(options.use.defaults(cast));
    var first = defaults.image(options.prompt());
    var requests =
        LongStream.range(0, options.count)
            .<Request>mapToObj(i -> first.withSeed(options.seed + i))
            .toList();
    return Production.run(cast, requests, options);
  }
}
