package moviegen.cli;

import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import moviegen.evaluate.FilmSheet;
import moviegen.generate.FrameSize;
import moviegen.generate.Studio;
import moviegen.media.Picture;
import moviegen.media.Tags;
import moviegen.provenance.Mark;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Makes films of prompts in order, none chosen, and shows all on one picture. */
@Command(
    name = "sheet",
    description = "A picture of uncurated films, prompts and seeds in order.",
    footer = {"", "Example:", "  ./moviegen evaluate sheet --out docs/sheet.png"})
final class FilmSheetCommand implements Callable<Integer> {
  private static final long ROOM_BYTES = 50_000_000;

  @Option(
      names = "--count",
      defaultValue = "24",
      description = "How many of the prompts; default ${DEFAULT-VALUE}.")
  int count;

  @Option(
      names = "--columns",
      defaultValue = "8",
      description = "Frames of each film that are shown; default ${DEFAULT-VALUE}.")
  int columns;

  @Option(
      names = "--size",
      paramLabel = "WxH",
      description = "Width and height in pixels; default that of a film.")
  Optional<String> size = Optional.empty();

  @Mixin PromptsOption prompts = new PromptsOption();

  @Mixin CastOption cast = new CastOption();

  @Mixin OutputOptions out = new OutputOptions();

  @Override
  public Integer call() {
    Counts.check("--count", count, 200);
    Counts.check("--columns", columns, 32);
    var file = out.orElse(() -> Path.of("sheet.png")).check(".png", ROOM_BYTES).file();
    var first = prompts.read(count);
    var frame = size.map(FrameSize::parse);
    try (var studio = Studio.open(cast.open())) {
      var sheet =
          FilmSheet.of(
              asked -> studio.generate(frame.map(asked::withSize).orElse(asked)).frames(),
              first,
              columns,
              Countdown.standardError());
      Picture.write(file, sheet, Tags.NONE.withXmp(Mark.xmp()));
    }
    System.err.println(file);
    return 0;
  }
}
