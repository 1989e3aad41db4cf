package moviegen.cli;

import moviegen.generate.Cast;
import picocli.CommandLine.Option;

/** The models that a command works with. */
final class CastOption {
  @Option(
      names = "--cast",
      paramLabel = "CAST",
      defaultValue = "tiny",
      description = "The models: tiny, an added cast or a folder; default ${DEFAULT-VALUE}.")
  String name = "tiny";

  Cast open() {
    return Cast.named(name);
  }
}
