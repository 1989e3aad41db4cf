package moviegen.generate;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import moviegen.tensor.DType;
import moviegen.tensor.MatrixRate;
import moviegen.tensor.Native;
import moviegen.wan.WanPart;
import moviegen.wan.WanPlan;

/** What a film by a cast of the Wan family will take on this machine. */
final class WanForecast {
  /** What the program and its libraries take without any model. */
  private static final long GROUND = 600_000_000;

  /** How much of a matrix product's rate the models reach. */
  private static final double REACHED = 0.7;

  private static final double EIGHT_BIT_GAIN = 1.5;
  private static final double DISK_BYTES_PER_SECOND = 1e9;
  private static final double WRITE_SECONDS_PER_PIXEL = 1e-7;

  private final WanCast cast;
  private double rate;
  private DType compute = DType.FLOAT32;

  WanForecast(WanCast cast) {
    this.cast = cast;
  }

  /** The type to compute in; the first call measures this machine for some milliseconds. */
  DType compute() {
    if (rate == 0) {
      Native.matmulPrecision(Native.Precision.MEDIUM);
      compute = MatrixRate.fastest();
      rate = MatrixRate.of(List.of(compute)).getOrDefault(compute, 1.0);
    }
    return compute;
  }

  /**
   * Refuses a film that takes more memory than is free: first by what the narrowest type takes, for
   * which no library has to be loaded.
   */
  void check(Request request) {
    FilmPlan.check(memory(count(request), 1), MachineMemory.availableBytes());
    var plan = plan(request);
    FilmPlan.check(plan.memory(), plan.free());
  }

  private WanPlan count(Request request) {
    var weights = cast.weights();
    return WanPlan.of(
        weights.transformerConfig(),
        weights.textConfig(),
        weights.autoencoderConfig(),
        new WanPlan.Job(
            request.size().width(),
            request.size().height(),
            request.frames(),
            request.steps(),
            request.guidance() != 1,
            cast.options().eightBit()));
  }

  /** What each stage takes in a type {@code wide} times as wide as two bytes. */
  private static Map<Stage, Long> memory(WanPlan plan, int wide) {
    var memory = new EnumMap<Stage, Long>(Stage.class);
    memory.put(Stage.TEXT, GROUND + wide * plan.textBytes());
    memory.put(Stage.SAMPLE, GROUND + wide * plan.sampleBytes());
    long whole = GROUND + wide * plan.decodeBytes();
    long tiled = GROUND + wide * plan.tiledDecodeBytes();
    memory.put(Stage.DECODE, whole <= MachineMemory.availableBytes() ? whole : tiled);
    return memory;
  }

  FilmPlan plan(Request request) {
    int wide = compute() == DType.FLOAT32 ? 2 : 1;
    boolean eightBit = cast.options().eightBit();
    var plan = count(request);
    var memory = memory(plan, wide);
    double speed = rate * REACHED;
    var seconds = new EnumMap<Stage, Double>(Stage.class);
    seconds.put(Stage.LOAD, bytes(WanPart.Kind.TRANSFORMER) / DISK_BYTES_PER_SECOND);
    seconds.put(
        Stage.TEXT, plan.textFlops() / speed + plan.textFileBytes() / DISK_BYTES_PER_SECOND);
    seconds.put(
        Stage.SAMPLE,
        plan.evaluations() * plan.flops() / (speed * (eightBit ? EIGHT_BIT_GAIN : 1)));
    seconds.put(Stage.DECODE, plan.decodeFlops() / speed);
    double pixels = (double) request.frames() * request.size().width() * request.size().height();
    seconds.put(Stage.WRITE, 0.1 + pixels * WRITE_SECONDS_PER_PIXEL);
    return new FilmPlan(
        plan.tokens(),
        plan.evaluations(),
        eightBit ? "8 bits" : compute.toString(),
        memory,
        MachineMemory.availableBytes(),
        seconds);
  }

  private double bytes(WanPart.Kind kind) {
    return cast.weights().part(kind).orElseThrow().bytes();
  }
}
