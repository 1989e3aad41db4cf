package moviegen.cli;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import moviegen.generate.Aspect;
import moviegen.generate.Cast;
import moviegen.generate.Defaults;
import moviegen.generate.FrameSize;
import moviegen.generate.OutputFile;
import moviegen.generate.Request;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** The options that {@code generate} and {@code image} share. */
final class PromptOptions {
  @Parameters(arity = "1..*", paramLabel = "PROMPT", description = "What it is to show, in words.")
  List<String> words = List.of();

  @Mixin OutputOptions out = new OutputOptions();

  @Option(
      names = "--aspect",
      paramLabel = "W:H",
      description = "1:1, 16:9, 9:16, 4:3 or 3:4; tiny's default is 1:1.")
  Optional<String> aspect = Optional.empty();

  @Option(names = "--size", paramLabel = "WxH", description = "Width and height in pixels.")
  Optional<String> size = Optional.empty();

  @Option(
      names = "--steps",
      description = "How often the velocity is evaluated, 1 to 1000; tiny's default is 50.")
  Optional<Integer> steps = Optional.empty();

  @Option(
      names = "--guidance",
      description = "How strictly to follow the prompt; 1 is off, tiny's default is 7.5.")
  Optional<Double> guidance = Optional.empty();

  @Option(names = "--negative", paramLabel = "TEXT", description = "What to stay away from.")
  Optional<String> negative = Optional.empty();

  @Option(
      names = "--seed",
      defaultValue = "1",
      description = "The same seed makes the same again; default ${DEFAULT-VALUE}.")
  long seed;

  @Option(
      names = "--count",
      defaultValue = "1",
      description = "How many, with seeds in order; default ${DEFAULT-VALUE}.")
  int count;

  @Mixin CastOption cast = new CastOption();

  @Mixin CastUse use = new CastUse();

  @Mixin DeviceOption device = new DeviceOption();

  @Option(names = "--strict", description = "Refuse words that the cast does not know.")
  boolean strict;

  @Option(names = "--json", description = "Print one JSON object.")
  boolean json;

  String prompt() {
    return String.join(" ", words);
  }

  /** A cast's defaults, where the options do not say otherwise. */
  Defaults over(Defaults defaults) {
    return new Defaults(
        frameSize(defaults.size()),
        defaults.seconds(),
        defaults.fps(),
        steps.orElse(defaults.steps()),
        guidance.orElse(defaults.guidance()),
        negative.orElse(defaults.negative()));
  }

  private FrameSize frameSize(FrameSize otherwise) {
    if (aspect.isPresent() && size.isPresent()) {
      throw new IllegalArgumentException(
          "--aspect and --size both say how large a frame is; give one of them.");
    }
    return size.map(FrameSize::parse)
        .or(() -> aspect.map(ratio -> Aspect.parse(ratio).like(otherwise)))
        .orElse(otherwise);
  }

  Cast openCast() {
    device.apply();
    Counts.check("--count", count, 10_000);
    return use.apply(cast.open());
  }

  OutputFile file(Request request) {
    return out.file
        .map(path -> out.at(count == 1 ? path : numbered(path, request)))
        .orElseGet(() -> OutputFile.named(request));
  }

  private static Path numbered(Path file, Request request) {
    String name = String.valueOf(file.getFileName());
    int dot = name.lastIndexOf('.') < 0 ? name.length() : name.lastIndexOf('.');
    return file.resolveSibling(name.substring(0, dot) + "-" + request.seed() + name.substring(dot));
  }
}
