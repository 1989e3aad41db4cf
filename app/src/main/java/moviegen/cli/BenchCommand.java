package moviegen.cli;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import moviegen.evaluate.WanSpeed;
import moviegen.generate.CastShelf;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Measures what a step of public weights takes on this machine. */
@Command(
    name = "bench",
    description = "Measure seconds a step of public weights, or of random ones of their size.",
    footer = {
      "",
      "With OMP_NUM_THREADS=1 seconds are those of the processor, so that whatever else runs does"
          + " not count.",
      "",
      "Example:",
      "  ./moviegen bench --preset wan2.1-1.3b --size 256x256 --frames 17"
    })
final class BenchCommand implements Callable<Integer> {
  @ArgGroup(exclusive = true, multiplicity = "1")
  Weights weights = new Weights();

  /** Whose weights. */
  static final class Weights {
    @Option(
        names = "--cast",
        paramLabel = "CAST",
        description = "A cast of the Wan family, or its folder; only the transformer is looked at.")
    Optional<String> cast = Optional.empty();

    @Option(
        names = "--preset",
        description = "Random weights of a published size: wan2.1-1.3b, wan2.2-5b or wan2.1-14b.")
    Optional<String> preset = Optional.empty();
  }

  @Option(
      names = "--size",
      defaultValue = "256x256",
      paramLabel = "WxH",
      description = "Width and height in pixels; default ${DEFAULT-VALUE}.")
  String size = "256x256";

  @Option(names = "--frames", defaultValue = "17", description = "Default ${DEFAULT-VALUE}.")
  int frames;

  @Option(
      names = "--runs",
      defaultValue = "3",
      description = "Steps whose median counts; default ${DEFAULT-VALUE}.")
  int runs;

  @Option(names = "--json", description = "Print one JSON object a line.")
  boolean json;

  @Override
  public Integer call() {
    Counts.check("--runs", runs, 1_000);
    Counts.check("--frames", frames, 1_000);
    var dimensions = Dimensions.parse(size);
    var job = new WanSpeed.Job(dimensions.width(), dimensions.height(), frames, runs);
    if (weights.preset.isPresent()) {
      WanSpeed.preset(weights.preset.get(), job, this::tell);
    } else {
      WanSpeed.folder(folder(weights.cast.orElseThrow()), job, this::tell);
    }
    return 0;
  }

  private static Path folder(String cast) {
    return CastShelf.names().contains(cast) ? CastShelf.of(cast) : Path.of(cast);
  }

  private void tell(WanSpeed.Row row) {
    if (json) {
      Json.print(facts(row));
      return;
    }
    var speed = row.speed();
    System.out.println(
        "%-9s %6.2f s a step of %,d tokens, %5.0f GFLOP/s, %3.0f %% of its products' %.0f GFLOP/s;"
                .formatted(
                    row.form(),
                    speed.seconds(),
                    row.tokens(),
                    speed.rate() / 1e9,
                    100 * speed.fraction(),
                    speed.productRate() / 1e9)
            + " peak %.2f GB; %.4f from bfloat16".formatted(row.peakBytes() / 1e9, row.distance()));
  }

  private static Map<String, Object> facts(WanSpeed.Row row) {
    var facts = new LinkedHashMap<String, Object>();
    facts.put("form", row.form());
    facts.put("tokens", row.tokens());
    facts.put("seconds_per_step", row.speed().seconds());
    facts.put("flops_per_step", row.speed().flops());
    facts.put("flops_per_second", row.speed().rate());
    facts.put("product_flops_per_second", row.speed().productRate());
    facts.put("fraction", row.speed().fraction());
    facts.put("peak_bytes", row.peakBytes());
    facts.put("distance_from_bfloat16", row.distance());
    return facts;
  }
}
