package moviegen.cli;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import moviegen.evaluate.PromptList;
import picocli.CommandLine.Option;

/** Where prompts in order come from. */
final class PromptsOption {
  private static final String SHIPPED = "docs/sheet-prompts.txt";

  @Option(
      names = "--prompts",
      paramLabel = "FILE",
      description = "Prompts, one a line; default " + SHIPPED + " of this program.")
  Optional<Path> prompts = Optional.empty();

  /** The first {@code count} of them. */
  List<String> read(int count) {
    var file =
        prompts.orElseGet(() -> Path.of(System.getProperty("moviegen.home", "")).resolve(SHIPPED));
    return PromptList.read(file).stream().limit(count).toList();
  }
}
