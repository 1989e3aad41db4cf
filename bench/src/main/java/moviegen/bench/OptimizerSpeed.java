package moviegen.bench;

import java.util.List;
import java.util.Locale;
import moviegen.nn.FlatParams;
import moviegen.nn.Params;
import moviegen.tensor.MatrixRate;
import moviegen.tensor.Native;
import moviegen.tensor.Ops;
import moviegen.tensor.Scope;
import moviegen.train.AdamW;
import moviegen.train.Moments;
import moviegen.train.Muon;
import moviegen.train.Optimizer;
import moviegen.transformer.MovieTransformer;
import moviegen.transformer.TransformerConfig;

/** What a step of each optimizer costs for the tiny cast's transformer (decision 0021). */
public final class OptimizerSpeed {
  private static final Stopwatch STOPWATCH = new Stopwatch(5);
  private static final int STEPS = 1_000;

  private OptimizerSpeed() {}

  public static void main(String[] args) {
    Native.matmulPrecision(Native.Precision.MEDIUM);
    Native.keepBlasToOneThread();
    try (var params = Params.random()) {
      var _ = new MovieTransformer(params, TransformerConfig.TINY);
      try (var flat = new FlatParams(params);
          var moments = Moments.of(flat.values().count())) {
        for (var optimizer : List.<Optimizer>of(AdamW.of(1e-3), Muon.of(1e-3, 1e-3))) {
          System.out.printf(
              Locale.ROOT,
              "%-6s %.1f million parameters, %s, %d threads: %.3f s%n",
              optimizer.getClass().getSimpleName(),
              flat.values().count() / 1e6,
              MatrixRate.fastest(),
              Native.threads(),
              seconds(optimizer, flat, moments));
        }
      }
    }
  }

  private static double seconds(Optimizer optimizer, FlatParams flat, Moments moments) {
    try (var _ = Scope.open()) {
      var gradient = Ops.randn(flat.values().count());
      return STOPWATCH.seconds(
          () -> {
            flat.grad().copy_(gradient);
            optimizer.step(flat, moments, STEPS / 2, STEPS);
          });
    }
  }
}
