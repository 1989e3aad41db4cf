package moviegen.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import moviegen.evaluate.Page;
import moviegen.evaluate.Report;
import moviegen.generate.OutputFile;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** The options of measurements: where their report goes. */
final class ReportOptions {
  private static final long ROOM_BYTES = 1_000_000;

  @Option(
      names = "--out",
      paramLabel = "FILE",
      description = "Write the report as a page of Markdown, too.")
  Optional<Path> out = Optional.empty();

  @Mixin ForceOption force = new ForceOption();

  @Option(names = "--json", description = "Print one JSON object.")
  boolean json;

  @Spec(Spec.Target.MIXEE)
  CommandSpec command = CommandSpec.create();

  /** Checks, before any work, that the page can be written. */
  void check() {
    out.ifPresent(file -> new OutputFile(file, force.given).check(".md", ROOM_BYTES));
  }

  /** The command line as it was typed. */
  String typed() {
    var words = command.root().commandLine().getParseResult().originalArgs();
    return "./moviegen " + String.join(" ", words);
  }

  void tell(Report report) throws IOException {
    System.err.print(report.table());
    if (out.isPresent()) {
      Files.writeString(out.get(), Page.of(report));
      System.err.println(out.get());
    }
    if (json) {
      System.out.println(report.json());
    }
  }
}
