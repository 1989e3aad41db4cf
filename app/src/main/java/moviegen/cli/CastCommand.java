package moviegen.cli;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** Adds, lists and removes casts; the one command that opens a connection. */
@Command(
    name = "cast",
    description = "Add, list and remove casts of models that others published.",
    synopsisSubcommandLabel = "WHAT",
    commandListHeading = "What:%n",
    subcommands = {
      CastAddCommand.class,
      CastListCommand.class,
      CastRemoveCommand.class,
      CastRandomCommand.class
    },
    footer = {"", "Example:", "  ./moviegen cast add wan2.1-1.3b"})
final class CastCommand implements Runnable {
  @Spec CommandSpec spec = CommandSpec.create();

  @Override
  public void run() {
    spec.commandLine().usage(System.out);
  }
}
