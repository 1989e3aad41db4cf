package moviegen.cli;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import moviegen.generate.Aspect;
import moviegen.generate.Cast;
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
      description = "1:1 (default), 16:9, 9:16, 4:3 or 3:4.")
  Optional<String> aspect = Optional.empty();

  @Option(names = "--size", paramLabel = "WxH", description = "Width and height in pixels.")
  Optional<String> size = Optional.empty();

  @Option(
      names = "--steps",
      defaultValue = "50",
      description = "How often the velocity is evaluated, 1 to 1000; default ${DEFAULT-VALUE}.")
  int steps;

  @Option(
      names = "--guidance",
      defaultValue = "7.5",
      description = "How strictly to follow the prompt; 1 is off, default ${DEFAULT-VALUE}.")
  double guidance;

  @Option(
      names = "--negative",
      defaultValue = "",
      paramLabel = "TEXT",
      description = "What to stay away from.")
  String negative = "";

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

  @Option(
      names = "--device",
      defaultValue = "cpu",
      description = "What computes; default ${DEFAULT-VALUE}.")
  String device = "cpu";

  @Option(names = "--strict", description = "Refuse words that the cast does not know.")
  boolean strict;

  @Option(names = "--json", description = "Print one JSON object.")
  boolean json;

  String prompt() {
    return String.join(" ", words);
  }

  FrameSize frameSize() {
    if (aspect.isPresent() && size.isPresent()) {
      throw new IllegalArgumentException(
          "--aspect and --size both say how large a frame is; give one of them.");
    }
    return size.map(FrameSize::parse)
        .orElseGet(() -> Aspect.parse(aspect.orElse(Aspect.SQUARE.ratio())).size());
  }

  Cast openCast() {
    if (!device.equals("cpu")) {
      throw new IllegalArgumentException(
          "This build computes on the device \"cpu\", got \"%s\".".formatted(device));
    }
    Counts.check("--count", count, 10_000);
    return cast.open();
  }

  OutputFile file(Request request) {
    return out.file
        .map(path -> out.at(count == 1 ? path : numbered(path, request)))
        .orElseGet(() -> OutputFile.named(request));
  }

  private static Path numbered(Path file, Request request) {
    String name = String.valueOf(file.getFileName());
    int dot = name.lastIndexOf('.') < 0 ? name.length() : name.lastIndexOf('.');
    return file.resolveSibling(
        name.substring(0, dot) + "-" + request.seed() + name.substring(dot));
  }
}
