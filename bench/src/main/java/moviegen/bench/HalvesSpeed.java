package moviegen.bench;

import java.util.List;
import java.util.Locale;
import moviegen.flow.FlowLoss;
import moviegen.nn.FlatParams;
import moviegen.nn.Params;
import moviegen.tensor.DType;
import moviegen.tensor.MatrixRate;
import moviegen.tensor.Native;
import moviegen.tensor.Ops;
import moviegen.tensor.Scope;
import moviegen.tensor.Tensor;
import moviegen.train.BatchParts;
import moviegen.train.SideBySide;
import moviegen.transformer.MovieTransformer;
import moviegen.transformer.TextTokens;
import moviegen.transformer.TransformerConfig;

/**
 * The gradient of 32 images of 64 pixels or films of two seconds: all cores for the whole batch
 * beside half of them for each half (decision 0025). Texts have 40 tokens a tower and are read.
 */
public final class HalvesSpeed {
  private static final Stopwatch STOPWATCH = new Stopwatch(5);
  private static final int FILMS = 32;
  private static final int WORDS = 40;
  private static final int SIDE = 8;

  private final DType compute = MatrixRate.fastest();
  private final TransformerConfig config = TransformerConfig.TINY;
  private final Params params = Params.random();
  private final MovieTransformer model = new MovieTransformer(params, config);
  private final FlatParams flat = new FlatParams(params);

  private HalvesSpeed() {}

  public static void main(String[] args) {
    Native.matmulPrecision(Native.Precision.MEDIUM);
    try (var _ = Scope.open()) {
      var speed = new HalvesSpeed();
      speed.compare("images", 1, 1);
      speed.compare("images, each at 4 times", 1, 4);
      speed.compare("films", 4, 1);
      speed.flat.close();
      speed.params.close();
    }
  }

  private void compare(String name, int frames, int looks) {
    var data = Ops.randn(FILMS, config.latentChannels(), frames, SIDE, SIDE);
    var noise = Ops.randn((long) FILMS * looks, config.latentChannels(), frames, SIDE, SIDE);
    BatchParts.Loss loss =
        (start, count) -> {
          var conditions = model.conditions(texts(count), compute);
          return FlowLoss.STRAIGHT.of(
              (x, time) -> model.forward(x, time, conditions),
              data.narrow(0, start, count).repeatRows(looks),
              noise.narrow(0, (long) start * looks, (long) count * looks),
              new double[count * looks]);
        };
    try (var sideBySide = new SideBySide()) {
      double whole = seconds(() -> sideBySide.backward(List.of(() -> loss.of(0, FILMS))));
      double halves = seconds(() -> sideBySide.backward(BatchParts.of(FILMS, loss)));
      System.out.printf(
          Locale.ROOT,
          "%-24s %s, %d threads: whole %.3f s, halves %.3f s, ratio %.2f%n",
          name,
          compute,
          Native.threads(),
          whole,
          halves,
          whole / halves);
    }
  }

  private double seconds(Runnable gradient) {
    return STOPWATCH.seconds(
        () -> {
          gradient.run();
          flat.grad().zero_();
        });
  }

  private List<TextTokens> texts(int count) {
    return config.textWidths().stream().map(width -> text(count, width)).toList();
  }

  private static TextTokens text(int count, int width) {
    Tensor features = Ops.randn(count, WORDS, width);
    return new TextTokens(features, Ops.ones(count, WORDS));
  }
}
