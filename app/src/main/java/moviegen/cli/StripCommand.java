package moviegen.cli;

import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.Callable;
import moviegen.media.Limits;
import moviegen.media.Picture;
import moviegen.media.Sheet;
import moviegen.media.Tags;
import moviegen.media.VideoReader;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Shows a film as a picture: some of its frames in a row, marked as the film is. */
@Command(
    name = "strip",
    description = "Show frames of a film side by side in a picture.",
    footer = {"", "Example:", "  ./moviegen strip film.mp4 --out strip.png"})
final class StripCommand implements Callable<Integer> {
  private static final long ROOM_BYTES = 50_000_000;

  @Parameters(paramLabel = "FILE", description = "A film.")
  Path film = Path.of("");

  @Option(
      names = "--columns",
      defaultValue = "6",
      description = "How many frames; default ${DEFAULT-VALUE}.")
  int columns;

  @Mixin OutputOptions out = new OutputOptions();

  @Override
  public Integer call() {
    Counts.check("--columns", columns, 32);
    var file = out.orElse(this::beside).check(".png", ROOM_BYTES).file();
    try (var reader = VideoReader.open(film, Limits.DEFAULT)) {
      var tags = new Tags(Map.of(), reader.probe().tags().xmp());
      Picture.write(file, Sheet.row(reader.read(), columns), tags);
    }
    System.err.println(file);
    return 0;
  }

  private Path beside() {
    String name = String.valueOf(film.getFileName());
    int dot = name.lastIndexOf('.') < 0 ? name.length() : name.lastIndexOf('.');
    return film.resolveSibling(name.substring(0, dot) + ".png");
  }
}
