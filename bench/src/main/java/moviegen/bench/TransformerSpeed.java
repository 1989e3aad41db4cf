package moviegen.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import moviegen.flow.FlowLoss;
import moviegen.nn.FlatParams;
import moviegen.nn.Init;
import moviegen.nn.Params;
import moviegen.tensor.DType;
import moviegen.tensor.MatrixWork;
import moviegen.tensor.Native;
import moviegen.tensor.Ops;
import moviegen.tensor.Scope;
import moviegen.tensor.Tensor;
import moviegen.train.AdamW;
import moviegen.train.Moments;
import moviegen.transformer.MovieTransformer;
import moviegen.transformer.TextTokens;
import moviegen.transformer.TransformerConfig;

/** The transformer's FLOP/s beside those of its own linear layers as plain products. */
public final class TransformerSpeed {
  private static final Stopwatch STOPWATCH = new Stopwatch(5);

  private TransformerSpeed() {}

  public static void main(String[] args) {
    Native.matmulPrecision(Native.Precision.MEDIUM);
    for (String what : args.length == 0 ? new String[] {"tiny", "1b", "block"} : args) {
      switch (what) {
        case "tiny" -> tiny();
        case "1b" -> billion();
        case "block" -> paperBlock();
        default ->
            throw new IllegalArgumentException(
                "There is no benchmark \"%s\", expected tiny, 1b or block".formatted(what));
      }
    }
  }

  /** Sixteen clips of two seconds at 128 pixels: 256 tokens each, and 64 of text. */
  private static void tiny() {
    var config = TransformerConfig.TINY;
    forward("tiny, forward, 2 × 256 tokens", config, new Batch(2, 4, 16, 16, 64));
    training("tiny, training step, 16 × 256 tokens", config, new Batch(16, 4, 16, 16, 64), true);
  }

  /** 1,280 tokens: five latent frames of 32 × 32. */
  private static void billion() {
    forward("1b, forward, 1,280 tokens", TransformerConfig.B1, new Batch(1, 5, 32, 32, 64));
  }

  /** One block of the paper's largest, forward and backward, without an optimizer. */
  private static void paperBlock() {
    var paper = TransformerConfig.PAPER_30B;
    var config =
        new TransformerConfig(
            paper.width(), 1, paper.heads(), paper.hidden(), 16, 0, List.of(64), List.of(), paper.places());
    training("one block of width 6,144, 1,024 tokens", config, new Batch(1, 4, 32, 32, 64), false);
  }

  private static void forward(String name, TransformerConfig config, Batch batch) {
    try (var params = Params.frozen((_, init, shape) -> awake(init, shape).to(DType.BFLOAT16));
        var _ = Scope.open();
        var _ = Native.noGrad()) {
      var model = new MovieTransformer(params, config);
      var conditions = model.conditions(batch.text(config), DType.BFLOAT16);
      var x = batch.latents();
      double seconds = report(name, () -> model.forward(x, batch.times(), conditions), 1);
      batch.shares(config, false).print(seconds);
    }
  }

  private static void training(
      String name, TransformerConfig config, Batch batch, boolean optimized) {
    var type = optimized ? DType.FLOAT32 : DType.BFLOAT16;
    try (var params = Params.trainable((_, init, shape) -> awake(init, shape).to(type));
        var _ = Scope.open()) {
      var model = new MovieTransformer(params, config);
      var text = batch.text(config);
      var data = batch.latents();
      var noise = batch.latents();
      var times = new double[batch.size()];
      Runnable gradient =
          () -> {
            var conditions = model.conditions(text, DType.BFLOAT16);
            FlowLoss.STRAIGHT
                .of((x, time) -> model.forward(x, time, conditions), data, noise, times)
                .backward();
          };
      double seconds = report(name, optimized ? optimized(params, gradient) : gradient, 3);
      batch.shares(config, true).print(seconds);
    }
  }

  /** The gradient, then a step of the optimizer; both buffers live as long as the program. */
  private static Runnable optimized(Params params, Runnable gradient) {
    var flat = new FlatParams(params);
    var state = Moments.of(flat.values().count());
    var optimizer = AdamW.of(1e-3);
    return () -> {
      gradient.run();
      optimizer.step(flat, state, 100, 1000);
    };
  }

  private static double report(String name, Runnable run, int passes) {
    var work = new ArrayList<MatrixWork>();
    try (var _ = Scope.open()) {
      work.add(MatrixWork.of(run));
    }
    double before = ProductRate.of(work.getFirst(), DType.BFLOAT16, STOPWATCH);
    double seconds = STOPWATCH.seconds(run);
    double after = ProductRate.of(work.getFirst(), DType.BFLOAT16, STOPWATCH);
    double flops = passes * work.getFirst().flops();
    double product = (before + after) / 2;
    System.out.printf(
        Locale.ROOT,
        "%-40s %.3f s, %.1f GFLOP, %.1f GFLOP/s; product %.1f GFLOP/s; ratio %.1f %%%n",
        name,
        seconds,
        flops / 1e9,
        flops / seconds / 1e9,
        product / 1e9,
        100 * flops / seconds / product);
    System.out.printf(
        Locale.ROOT,
        "  %-44s %8.3f s %5.1f %%%n",
        "linear layers as plain products",
        passes * work.getFirst().flops(MatrixWork.Kind.LINEAR) / product,
        100 * passes * work.getFirst().flops(MatrixWork.Kind.LINEAR) / product / seconds);
    return seconds;
  }

  /** What a batch holds. */
  private record Batch(int size, int frames, int height, int width, int words) {
    Tensor latents() {
      return Ops.randn(size, 16, frames, height, width);
    }

    Shares shares(TransformerConfig config, boolean training) {
      return new Shares(config, size, (long) frames * height * width / 4, words, training);
    }

    Tensor times() {
      return Ops.zeros(size).add(0.5);
    }

    List<TextTokens> text(TransformerConfig config) {
      return config.textWidths().stream()
          .map(k -> new TextTokens(Ops.randn(size, words, k), Ops.ones(size, words)))
          .toList();
    }
  }

  private static Tensor awake(Init init, long... shape) {
    return init.equals(Init.ZEROS) ? Ops.randn(shape).mul(0.02) : init.fill(shape);
  }
}
