package moviegen.cli;

import picocli.CommandLine.Option;

/** Whether a file that is there already may be replaced. */
final class ForceOption {
  @Option(names = "--force", description = "Overwrite the file.")
  boolean given;
}
