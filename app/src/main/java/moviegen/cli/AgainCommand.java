package moviegen.cli;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import moviegen.generate.Cancel;
import moviegen.generate.Cast;
import moviegen.generate.FilmRecipe;
import moviegen.generate.ImageRequest;
import moviegen.generate.Studio;
import moviegen.generate.Unfinished;
import moviegen.media.Difference;
import moviegen.media.Picture;
import moviegen.media.VideoReader;
import moviegen.provenance.Provenance;
import moviegen.provenance.Recipe;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/**
 * Makes a film once more from the recipe that it carries, and compares the two; or goes on with one
 * that was interrupted.
 */
@Command(
    name = "again",
    description = "Make a film once more and compare, or go on with one that was interrupted.",
    footer = {
      "",
      "Without FILE: the one film of this folder that was interrupted.",
      "",
      "Example:",
      "  ./moviegen again film.mp4"
    })
final class AgainCommand implements Callable<Integer> {
  @Parameters(
      arity = "0..1",
      paramLabel = "FILE",
      description = "A film or a picture that this program made, or did not finish.")
  Optional<Path> asked = Optional.empty();

  @Mixin OutputOptions out = new OutputOptions();

  @Option(
      names = "--cast",
      paramLabel = "CAST",
      description = "The models; default: those the recipe names.")
  Optional<String> cast = Optional.empty();

  @Option(
      names = "--lora",
      paramLabel = "FILE[:S]",
      description = "A LoRA that it was made with; repeatable.")
  List<String> loras = List.of();

  @Option(names = "--json", description = "Print one JSON object.")
  boolean json;

  @Override
  public Integer call() {
    var unfinished = asked.map(Unfinished::of).orElseGet(AgainCommand::only);
    if (unfinished.isPresent()) {
      return goOn(unfinished.get());
    }
    return repeat(asked.orElseThrow());
  }

  /** The one film of this folder that was interrupted. */
  private static Optional<Unfinished> only() {
    var all = Unfinished.in(Path.of("").toAbsolutePath());
    if (all.size() != 1) {
      throw new IllegalArgumentException(
          all.isEmpty()
              ? "No film was interrupted in this folder; name one to make it again."
              : "%d films were interrupted in this folder, name one: %s."
                  .formatted(
                      all.size(),
                      all.stream()
                          .map(one -> String.valueOf(one.film().getFileName()))
                          .collect(Collectors.joining(", "))));
    }
    return Optional.of(all.getFirst());
  }

  private int goOn(Unfinished begun) {
    var cancel = new Cancel();
    try (var _ = Interrupt.cancels(cancel);
        var terminal = Terminal.standardError();
        var studio = Studio.open(begun.openCast())) {
      terminal.say("Going on with %s.".formatted(begun.film()));
      var film =
          studio.generate(
              FilmRecipe.request(begun.recipe()), out.at(begun.film()), terminal, cancel);
      terminal.say("%s  (%.1f s)".formatted(begun.film(), film.totalSeconds()));
      if (json) {
        Json.print(Map.of("file", begun.film().toString(), "went_on", true));
      }
    }
    return 0;
  }

  private int repeat(Path file) {
    var recipe =
        Provenance.of(file)
            .orElseThrow(
                () ->
                    new IllegalArgumentException(
                        "%s carries no recipe, so it cannot be made again.".formatted(file)));
    var request = FilmRecipe.request(recipe);
    boolean picture = request instanceof ImageRequest;
    var output = out.orElse(() -> beside(file, picture ? ".png" : ".mp4"));
    var target = output.file();
    var cancel = new Cancel();
    try (var _ = Interrupt.cancels(cancel);
        var terminal = Terminal.standardError();
        var studio = Studio.open(castOf(recipe))) {
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

  private Cast castOf(Recipe recipe) {
    return Unfinished.recast(Cast.named(cast.orElseGet(() -> recipe.text("cast"))), recipe, loras);
  }

  private static Path beside(Path file, String ending) {
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
