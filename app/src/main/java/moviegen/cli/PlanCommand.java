package moviegen.cli;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import moviegen.tensor.DType;
import moviegen.tensor.MatrixRate;
import moviegen.tensor.Native;
import moviegen.transformer.FilmSize;
import moviegen.transformer.Plan;
import moviegen.transformer.TransformerConfig;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Counts what a film by a transformer of any size would take, without allocating it. */
@Command(
    name = "plan",
    description = "Count what a film by a transformer of any size would take on this machine.",
    footer = {
      "", "Example:", "  ./moviegen plan --preset paper-30b --seconds 16 --size 768x768"
    })
final class PlanCommand implements Callable<Integer> {
  @Option(
      names = "--preset",
      defaultValue = "tiny",
      description = "tiny, 1b, 5b or paper-30b; default ${DEFAULT-VALUE}.")
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
    var film = new FilmSize(dimensions.width(), dimensions.height(), (int) frames);
    Native.matmulPrecision(Native.Precision.MEDIUM);
    var type = DType.BFLOAT16;
    var plan =
        Plan.of(TransformerConfig.preset(preset), new Plan.Job(film, steps, true, words, type));
    double rate = MatrixRate.of(List.of(type)).getOrDefault(type, 1.0);
    if (json) {
      Json.print(facts(plan, rate));
    } else {
      print(plan, rate);
    }
    return 0;
  }

  private Map<String, Object> facts(Plan plan, double rate) {
    var facts = new LinkedHashMap<String, Object>();
    facts.put("preset", preset);
    facts.put("parameters", plan.parameters());
    facts.put("tokens", plan.tokens());
    facts.put("evaluations", plan.evaluations());
    facts.put("flops_per_evaluation", plan.linear() + plan.attention());
    facts.put("flops", plan.flops());
    facts.put("weight_bytes", plan.weightBytes());
    facts.put("activation_bytes", plan.activationBytes());
    facts.put("flops_per_second", rate);
    facts.put("seconds", plan.seconds(rate));
    return facts;
  }

  private static void print(Plan plan, double rate) {
    double step = plan.linear() + plan.attention();
    say("parameters", "%,d".formatted(plan.parameters()));
    say("tokens", "%,d".formatted(plan.tokens()));
    say("one step", "%.3g FLOP, both branches of the guidance".formatted(step));
    say("  linear layers", "%.3g FLOP".formatted(plan.linear()));
    say("  attention", "%.3g FLOP".formatted(plan.attention()));
    say("one film", "%.3g FLOP in %d steps".formatted(plan.flops(), plan.evaluations()));
    say("weights", "%.2f GB in bfloat16".formatted(plan.weightBytes() / 1e9));
    say("activations", "%.2f GB at their height".formatted(plan.activationBytes() / 1e9));
    say("this machine", "%.0f GFLOP/s in a matrix product".formatted(rate / 1e9));
    say("so a film takes", time(plan.seconds(rate)));
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
