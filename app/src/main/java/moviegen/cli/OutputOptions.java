package moviegen.cli;

import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Supplier;
import moviegen.generate.OutputFile;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Where a command's file goes. */
final class OutputOptions {
  @Option(
      names = "--out",
      paramLabel = "FILE",
      description = "Where it goes; otherwise a fitting name is found.")
  Optional<Path> file = Optional.empty();

  @Mixin ForceOption force = new ForceOption();

  /** The file that was asked for. */
  Optional<OutputFile> asked() {
    return file.map(this::at);
  }

  /** The file that was asked for, or else one of this name. */
  OutputFile orElse(Supplier<Path> name) {
    return at(file.orElseGet(name));
  }

  OutputFile at(Path path) {
    return new OutputFile(path, force.given);
  }
}
