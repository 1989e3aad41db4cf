package moviegen.evaluate;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.function.Consumer;
import java.util.function.Function;
import moviegen.generate.Machine;
import moviegen.nn.Init;
import moviegen.nn.Params;
import moviegen.tensor.DType;
import moviegen.tensor.Int8;
import moviegen.tensor.MatrixWork;
import moviegen.tensor.Native;
import moviegen.tensor.Noise;
import moviegen.tensor.Ops;
import moviegen.tensor.Scope;
import moviegen.tensor.Tensor;
import moviegen.wan.WanConfig;
import moviegen.wan.WanFolder;
import moviegen.wan.WanPlan;
import moviegen.wan.WanTransformer;
import moviegen.wan.WanWeights;

/** Measures a step of a Wan transformer on this machine, in bfloat16 and in 8 bits. */
public final class WanSpeed {
  private static final double MODEL_TIME = 750;
  private static final int WORDS = 64;
  private static final int POOL = (1 << 22) + 1;
  private static final int BYTE = 127;

  private final WanConfig config;
  private final Job job;

  /**
   * What to measure.
   *
   * @param width of the film, in pixels
   * @param height of the film, in pixels
   * @param frames of the film
   * @param runs steps whose median counts
   */
  public record Job(int width, int height, int frames, int runs) {
    public Job {
      if (width % 32 != 0 || height % 32 != 0 || frames % 4 != 1 || width * height <= 0) {
        throw new IllegalArgumentException(
            "The film is %dx%d with %d frames, expected sides that are multiples of 32 and 4n+1 frames"
                .formatted(width, height, frames));
      }
    }
  }

  /**
   * How a transformer computes and how fast that is.
   *
   * @param form such as {@code bfloat16}
   * @param tokens of the film
   * @param peakBytes most memory of this process so far
   * @param distance of its velocity from that of bfloat16, relative
   */
  public record Row(String form, long tokens, StepSpeed speed, long peakBytes, double distance) {}

  private WanSpeed(WanConfig config, Job job) {
    this.config = config;
    this.job = job;
    Native.matmulPrecision(Native.Precision.MEDIUM);
  }

  /** Measures a published size with random weights. */
  public static void preset(String name, Job job, Consumer<Row> heard) {
    try (var _ = Scope.open()) {
      var pool = Noise.gaussian(1, POOL).to(DType.BFLOAT16);
      new WanSpeed(WanConfig.preset(name), job)
          .measure(
              build -> {
                try (var params =
                    Params.frozen((path, init, shape) -> drawn(pool, path, init, shape))) {
                  return build.apply(params);
                }
              },
              heard);
    }
  }

  /** Measures the transformer in a folder. */
  public static void folder(Path folder, Job job, Consumer<Row> heard) {
    var opened = WanFolder.open(folder);
    var part =
        opened
            .transformer()
            .orElseThrow(
                () ->
                    new IllegalArgumentException(
                        "%s has no transformer of the Wan family".formatted(folder)));
    new WanSpeed(opened.transformerConfig(), job)
        .measure(
            build -> {
              try (var weights = WanWeights.open(part, DType.BFLOAT16);
                  var params = Params.frozen(weights)) {
                return build.apply(params);
              }
            },
            heard);
  }

  /** Values from a pool, other ones for every name, of the size that keeps a signal's. */
  private static Tensor drawn(Tensor pool, String name, Init init, long... shape) {
    if (shape.length == 1) {
      return init.fill(shape).to(pool.dtype());
    }
    var tensor = Ops.empty(pool.dtype(), pool.device(), shape);
    var flat = tensor.reshape(-1);
    long start = Math.floorMod(name.hashCode(), pool.count());
    for (long at = 0; at < flat.count(); ) {
      long some = Math.min(flat.count() - at, pool.count() - start);
      flat.narrow(0, at, some).copy_(pool.narrow(0, start, some));
      at += some;
      start = 0;
    }
    flat.mul_(1 / Math.sqrt((double) flat.count() / shape[0]));
    return tensor;
  }

  /** Lends a transformer's parameters to a function and frees them. */
  private interface Weights {
    Tensor lend(Function<Params, Tensor> use);
  }

  private void measure(Weights weights, Consumer<Row> heard) {
    long needed = DType.BFLOAT16.bytes() * WanPlan.parameters(config);
    long available = Machine.here().availableBytes();
    if (available < needed) {
      throw new IllegalArgumentException(
          "This transformer takes %.1f GB of memory, %.1f GB are free"
              .formatted(needed / 1e9, available / 1e9));
    }
    try (var _ = Scope.open();
        var _ = Native.noGrad()) {
      var plain =
          weights.lend(
              params ->
                  one(
                      "bfloat16",
                      new WanTransformer(params, config, DType.BFLOAT16),
                      WanSpeed::products,
                      _ -> 0.0,
                      heard));
      Native.trim();
      weights.lend(
          params ->
              one(
                  "8 bits",
                  WanTransformer.int8(params, config, DType.BFLOAT16),
                  WanSpeed::narrowProducts,
                  velocity -> distance(velocity, plain),
                  heard));
    }
  }

  private Tensor one(
      String form,
      WanTransformer transformer,
      StepSpeed.Products products,
      Function<Tensor, Double> distance,
      Consumer<Row> heard) {
    return Scope.tidy(
        () -> {
          int words = Math.min(WORDS, config.textLength());
          var text = transformer.read(Noise.gaussian(2, 1, words, config.textWidth()));
          int stride = config.outChannels() == config.inChannels() && config.ownTimes() ? 16 : 8;
          long t = (job.frames() - 1L) / 4 + 1;
          long h = job.height() / stride;
          long w = job.width() / stride;
          var x = Noise.gaussian(3, 1, config.inChannels(), t, h, w);
          var time = Ops.tensor(MODEL_TIME);
          var velocity = new ArrayList<Tensor>();
          var work = MatrixWork.of(() -> velocity.add(transformer.forward(x, time, text)));
          var speed =
              StepSpeed.of(() -> transformer.forward(x, time, text), work, products, job.runs());
          heard.accept(
              new Row(
                  form,
                  t * h * w / 4,
                  speed,
                  Machine.peakBytes(),
                  distance.apply(velocity.getFirst())));
          return velocity.getFirst();
        });
  }

  private static Runnable products(long rows, long inner, long columns) {
    var x = Ops.randn(rows, inner).to(DType.BFLOAT16);
    var weight = Ops.randn(columns, inner).to(DType.BFLOAT16);
    return () -> Ops.linear(x, weight);
  }

  private static Runnable narrowProducts(long rows, long inner, long columns) {
    var x = Int8.bytes(Ops.randn(rows, inner).mul(BYTE / 4.0));
    var weight =
        Int8.pack(Ops.randn(columns, inner).mul(BYTE / 4.0).clamp(-BYTE, BYTE).to(DType.INT8));
    var scales = Ops.ones(columns);
    return () -> Int8.linear(x, weight, scales, DType.BFLOAT16);
  }

  private static double distance(Tensor a, Tensor b) {
    return Math.sqrt(a.sub(b).pow(2).sum().item() / b.pow(2).sum().item());
  }
}
