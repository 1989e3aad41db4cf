package moviegen.cli;

import java.nio.file.Path;
import java.util.concurrent.Callable;
import moviegen.evaluate.SoundFilmsSheet;
import moviegen.media.Picture;
import moviegen.media.Tags;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Shows what a cast's sound looks like. */
@Command(
    name = "spectra",
    description = "A picture of sound made for uncurated films, a tick for each touch.",
    footer = {"", "Example:", "  ./moviegen evaluate spectra --out docs/spectra.png"})
final class SpectraCommand implements Callable<Integer> {
  private static final long ROOM_BYTES = 10_000_000;

  @Option(names = "--count", defaultValue = "12", description = "Default ${DEFAULT-VALUE}.")
  int count;

  @Mixin CastOption cast = new CastOption();

  @Mixin OutputOptions out = new OutputOptions();

  @Override
  public Integer call() {
    Counts.check("--count", count, 100);
    var file = out.orElse(() -> Path.of("spectra.png")).check(".png", ROOM_BYTES).file();
    var sheet = SoundFilmsSheet.of(cast.open(), count, Countdown.standardError());
    Picture.write(file, sheet, Tags.NONE);
    System.err.println(file);
    return 0;
  }
}
