package moviegen.cli;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Optional;
import java.util.concurrent.Callable;
import moviegen.generate.Cancel;
import moviegen.generate.Cast;
import moviegen.generate.FilmRecipe;
import moviegen.generate.ImageRequest;
import moviegen.generate.Studio;
import moviegen.media.Difference;
import moviegen.media.Picture;
import moviegen.media.VideoReader;
import moviegen.provenance.Provenance;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Makes a film once more from the recipe that it carries, and compares the two. */
@Command(
    name = "again",
    description = "Make a film once more from its own recipe, and compare.",
    footer = {"", "Example:", "  ./moviegen again film.mp4"})
final class AgainCommand implements Callable<Integer> {
  @Parameters(paramLabel = "FILE", description = "A film or a picture that this program made.")
  Path file = Path.of("");

  @Mixin OutputOptions out = new OutputOptions();

  @Option(
      names = "--cast",
      paramLabel = "CAST",
      description = "The models; default: those the recipe names.")
  Optional<String> cast = Optional.empty();

  @Option(names = "--json", description = "Print one JSON object.")
  boolean json;

  @Override
  public Integer call() {
    var recipe =
        Provenance.of(file)
            .orElseThrow(
                () ->
                    new IllegalArgumentException(
                        "%s carries no recipe, so it cannot be made again.".formatted(file)));
    var request = FilmRecipe.request(recipe);
    boolean picture = request instanceof ImageRequest;
    var output = out.orElse(() -> beside(picture ? ".png" : ".mp4"));
    var target = output.file();
    var cancel = new Cancel();
    try (var _ = Interrupt.cancels(cancel);
        var terminal = Terminal.standardError();
        var studio = Studio.open(Cast.named(cast.orElseGet(() -> recipe.text("cast"))))) {
      var film = studio.generate(request, output, terminal, cancel);
      var difference =
          picture
              ? Difference.between(Picture.read(file), Picture.read(target))
              : Difference.between(VideoReader.read(file), VideoReader.read(target));
      boolean sameWeights = film.recipe().find("weights").equals(recipe.find("weights"));
      terminal.say(target.toString());
      terminal.say(sentence(difference) + (sameWeights ? "" : " The weights are others."));
      if (json) {
        var facts = new LinkedHashMap<String, Object>();
        facts.put("file", target.toString());
        facts.put("identical", difference.equal());
        facts.put("largest_difference", difference.largest());
        facts.put("differing", difference.differing());
        facts.put("same_weights", sameWeights);
        Json.print(facts);
      }
    }
    return 0;
  }

  private Path beside(String ending) {
    String name = String.valueOf(file.getFileName());
    int dot = name.lastIndexOf('.') < 0 ? name.length() : name.lastIndexOf('.');
    return file.resolveSibling(name.substring(0, dot) + "-again" + ending);
  }

  private static String sentence(Difference difference) {
    return difference.equal()
        ? "It is the same, bit for bit."
        : "Values differ by at most %d of 255, in %.2f %% of places, %.1f dB."
            .formatted(difference.largest(), 100 * difference.differing(), difference.psnr());
  }
}
