package moviegen.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import moviegen.generate.Cancel;
import moviegen.generate.FolderCheck;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Runs a folder of public weights in small and writes down what it saw. */
@Command(
    name = "check",
    description = "Run a folder of public weights in small and say what came out.",
    footer = {
      "",
      "The report names no path and no prompt of yours; send it to us if something is wrong.",
      "",
      "Example:",
      "  ./moviegen check my-wan --report"
    })
final class CheckCommand implements Callable<Integer> {
  @Parameters(paramLabel = "FOLDER", description = "A folder of models, or the name of a cast.")
  String cast = "";

  @Option(
      names = "--report",
      arity = "0..1",
      fallbackValue = "moviegen-report.json",
      paramLabel = "FILE",
      description = "Write a report; into moviegen-report.json if FILE is left out.")
  Optional<Path> report = Optional.empty();

  @Option(names = "--int8", description = "Multiply in 8 bits.")
  boolean eightBit;

  @Override
  public Integer call() {
    var cancel = new Cancel();
    try (var _ = Interrupt.cancels(cancel);
        var terminal = Terminal.standardError()) {
      var facts = FolderCheck.run(cast, eightBit, terminal, cancel);
      report.ifPresent(file -> write(file, Json.text(facts)));
      InspectCommand.print(facts, "");
      report.ifPresent(file -> terminal.say("Written to %s.".formatted(file)));
      return facts.containsKey("problem") ? Errors.WRONG : 0;
    }
  }

  private static void write(Path file, String text) {
    try {
      Files.writeString(file, text + System.lineSeparator());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
