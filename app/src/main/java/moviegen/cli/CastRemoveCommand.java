package moviegen.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.util.concurrent.Callable;
import moviegen.download.AddedCast;
import moviegen.generate.CastShelf;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** Deletes a cast that was downloaded: its files, and nothing that it did not bring. */
@Command(
    name = "remove",
    description = "Delete the files of a cast that was downloaded.",
    footer = {"", "Example:", "  ./moviegen cast remove wan2.1-1.3b"})
final class CastRemoveCommand implements Callable<Integer> {
  @Parameters(paramLabel = "NAME", description = "The cast.")
  String name = "";

  @Mixin KnownCastsOption known = new KnownCastsOption();

  @Override
  public Integer call() throws IOException {
    var cast = known.read().named(name);
    var folder = CastShelf.of(name);
    if (!Files.isDirectory(folder)) {
      throw new IllegalArgumentException("The cast \"%s\" is not here.".formatted(name));
    }
    var added = AddedCast.of(cast, folder);
    boolean gone = added.remove();
    System.err.println(
        "%s deleted, %s freed%s."
            .formatted(
                name,
                Bytes.text(added.bytes()),
                gone ? "" : "; what was not downloaded stays in " + folder));
    return 0;
  }
}
