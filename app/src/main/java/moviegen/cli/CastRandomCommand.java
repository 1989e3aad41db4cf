package moviegen.cli;

import java.nio.file.Path;
import java.util.concurrent.Callable;
import moviegen.generate.RandomCast;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Writes random weights of a published model's size, to try a machine with. */
@Command(
    name = "random",
    description = "Write random weights of a published size and layout, to try a machine with.",
    footer = {"", "Example:", "  ./moviegen cast random wan2.1-1.3b --out random-wan"})
final class CastRandomCommand implements Callable<Integer> {
  @Parameters(paramLabel = "NAME", description = "wan2.1-1.3b or wan2.1-14b.")
  String name = "";

  @Option(names = "--out", required = true, paramLabel = "FOLDER", description = "A new folder.")
  Path out = Path.of("");

  @Option(
      names = "--layout",
      defaultValue = "diffusers",
      description = "original, repackaged or diffusers; default ${DEFAULT-VALUE}.")
  String layout = "diffusers";

  @Option(
      names = "--text-layers",
      defaultValue = "2",
      description = "Layers of the text encoder, 1 to 24; default ${DEFAULT-VALUE}.")
  int textLayers;

  @Override
  public Integer call() {
    try (var terminal = Terminal.standardError()) {
      RandomCast.write(name, out, layout, textLayers, file -> terminal.say(file.toString()));
      terminal.say("Next: ./moviegen inspect %s".formatted(out));
    }
    return 0;
  }
}
