package moviegen.cli;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.regex.Pattern;
import moviegen.train.CastFolder;
import moviegen.train.Optimizer;
import moviegen.train.Recipes;
import moviegen.train.TerminalRun;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Trains a part of a cast, or goes on where the same command was stopped. */
@Command(
    name = "train",
    description = "Train a part of a cast; the same command goes on where it stopped.",
    footer = {"", "Example:", "  ./moviegen train autoencoder --budget 25m --cast my-cast"})
final class TrainCommand implements Callable<Integer> {
  private static final Pattern TIME = Pattern.compile("(\\d{1,4})(s|m|h)");

  @Parameters(paramLabel = "NAME", description = "A recipe; ./moviegen recipes lists them.")
  String name = "";

  @Option(
      names = "--cast",
      paramLabel = "FOLDER",
      description = "Where parts are found and left; default runs/cast.")
  Optional<Path> cast = Optional.empty();

  @Option(
      names = "--runs",
      defaultValue = "runs",
      paramLabel = "FOLDER",
      description = "Where runs keep their states, figures and latents; default ${DEFAULT-VALUE}.")
  Path runs = Path.of("runs");

  @Option(
      names = "--from",
      paramLabel = "CAST",
      description = "Begin a new run with the part that this cast has.")
  Optional<Path> from = Optional.empty();

  @Option(
      names = "--changed",
      paramLabel = "PART",
      description = "Begin a stage although the cast has another PART by now.")
  Set<String> changed = Set.of();

  @Option(
      names = "--budget",
      paramLabel = "TIME",
      description = "How long the whole run may take (90s, 25m, 6h); it decides the steps.")
  Optional<String> budget = Optional.empty();

  @Option(names = "--steps", paramLabel = "N", description = "Steps of the whole run.")
  Optional<Long> steps = Optional.empty();

  @Option(
      names = "--optimizer",
      paramLabel = "NAME:RATE",
      description = "Another optimizer than the recipe's: adamw or muon, such as muon:1e-3.")
  Optional<String> optimizer = Optional.empty();

  @Option(
      names = "--miniature",
      description = "The whole way in seconds: 20 steps of the smallest models, for a look.")
  boolean miniature;

  @Mixin DeviceOption device = new DeviceOption();

  @Override
  public Integer call() {
    device.apply();
    var home = miniature ? runs.resolve("miniature") : runs;
    var recipes =
        Recipes.onThisMachine(new CastFolder(cast.orElse(home.resolve("cast"))), home, miniature)
            .withChanged(changed);
    if (name.equals(Recipes.AVERAGE)) {
      recipes.average();
      return 0;
    }
    var recipe = recipes.named(name);
    if (steps.isPresent()) {
      recipe = recipe.withSteps(steps.get());
    }
    if (optimizer.isPresent()) {
      recipe = recipe.withOptimizer(Optimizer.parse(optimizer.get()));
    }
    TerminalRun.run(
        recipe,
        recipes.runs(),
        recipes.cast(),
        from.map(CastFolder::new),
        budget.map(TrainCommand::duration));
    return 0;
  }

  static Duration duration(String text) {
    var matcher = TIME.matcher(text.toLowerCase(Locale.ROOT));
    if (!matcher.matches() || Integer.parseInt(matcher.group(1)) == 0) {
      throw new IllegalArgumentException(
          "--budget takes a time such as 90s, 25m or 6h, got \"%s\".".formatted(text));
    }
    long count = Long.parseLong(matcher.group(1));
    return switch (matcher.group(2)) {
      case "s" -> Duration.ofSeconds(count);
      case "m" -> Duration.ofMinutes(count);
      default -> Duration.ofHours(count);
    };
  }
}
