package moviegen.cli;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.Callable;
import moviegen.generate.FilmCost;
import moviegen.generate.SoundCost;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Counts what a film by a transformer of any size would take, without allocating it. */
@Command(
    name = "plan",
    description = "Count what a film by a transformer of any size would take on this machine.",
    footer = {"", "Example:", "  ./moviegen plan --preset paper-30b --seconds 16 --size 768x768"})
final class PlanCommand implements Callable<Integer> {
  @Option(
      names = "--preset",
      defaultValue = "tiny",
      description =
          "tiny, 1b, 5b, paper-30b, wan2.1-1.3b, wan2.2-5b or wan2.1-14b, or for sound 300m, 3b or"
              + " paper-13b; default ${DEFAULT-VALUE}.")
  String preset = "tiny";

  @Option(names = "--seconds", defaultValue = "2", description = "Default ${DEFAULT-VALUE}.")
  double seconds;

  @Option(names = "--fps", defaultValue = "16", description = "Default ${DEFAULT-VALUE}.")
  int fps;

  @Option(
      names = "--size",
      defaultValue = "128x128",
      paramLabel = "WxH",
      description = "Width and height in pixels; default ${DEFAULT-VALUE}.")
  String size = "128x128";

  @Option(names = "--steps", defaultValue = "50", description = "Default ${DEFAULT-VALUE}.")
  int steps;

  @Option(
      names = "--words",
      defaultValue = "64",
      description = "Tokens of the prompt in each text tower; default ${DEFAULT-VALUE}.")
  int words;

  @Option(names = "--json", description = "Print one JSON object.")
  boolean json;

  @Override
  public Integer call() {
    var dimensions = Dimensions.parse(size);
    long frames = Math.round(seconds * fps);
    Counts.check("--seconds times --fps", frames, 1_000_000);
    var cost =
        SoundCost.PRESETS.contains(preset)
            ? SoundCost.of(preset, seconds, steps, words)
            : FilmCost.of(
                preset, dimensions.width(), dimensions.height(), (int) frames, steps, words);
    if (json) {
      Json.print(facts(cost));
    } else {
      print(cost);
    }
    return 0;
  }

  private Map<String, Object> facts(FilmCost cost) {
    var facts = new LinkedHashMap<String, Object>();
    facts.put("preset", preset);
    facts.put("parameters", cost.parameters());
    facts.put("tokens", cost.tokens());
    facts.put("evaluations", steps);
    facts.put("flops_per_evaluation", cost.linear() + cost.attention());
    facts.put("flops", cost.flops());
    facts.put("weight_bytes", cost.weightBytes());
    facts.put("activation_bytes", cost.activationBytes());
    facts.put("flops_per_second", cost.rate());
    facts.put("seconds", cost.seconds());
    return facts;
  }

  private void print(FilmCost cost) {
    double step = cost.linear() + cost.attention();
    say("parameters", "%,d".formatted(cost.parameters()));
    say("tokens", "%,d".formatted(cost.tokens()));
    say("one step", "%.3g FLOP, both branches of the guidance".formatted(step));
    say("  linear layers", "%.3g FLOP".formatted(cost.linear()));
    say("  attention", "%.3g FLOP".formatted(cost.attention()));
    say("one film", "%.3g FLOP in %d steps".formatted(cost.flops(), steps));
    say("weights", "%.2f GB in bfloat16".formatted(cost.weightBytes() / 1e9));
    say("activations", "%.2f GB at their height".formatted(cost.activationBytes() / 1e9));
    say("this machine", "%.0f GFLOP/s in a matrix product".formatted(cost.rate() / 1e9));
    say("so a film takes", time(cost.seconds()));
  }

  private static void say(String name, String value) {
    System.out.println("%-16s %s".formatted(name, value));
  }

  /** A length of time in its fitting unit. */
  static String time(double seconds) {
    if (seconds < 120) {
      return "%.1f seconds".formatted(seconds);
    }
    if (seconds < 7_200) {
      return "%.0f minutes".formatted(seconds / 60);
    }
    return seconds < 172_800
        ? "%.1f hours".formatted(seconds / 3_600)
        : "%,.0f days".formatted(seconds / 86_400);
  }
}
