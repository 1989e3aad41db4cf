package moviegen.generate;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import moviegen.tensor.DType;
import moviegen.tensor.Device;
import moviegen.tensor.MatrixRate;
import moviegen.tensor.Native;

/**
 * The machine that the program runs on.
 *
 * @param processor its name as the system gives it
 * @param cores that this process may use
 * @param instructions those of its extensions that make matrix products fast
 * @param memoryBytes of the whole machine
 * @param availableBytes what a new allocation may hope for
 */
public record Machine(
    String processor, int cores, List<String> instructions, long memoryBytes, long availableBytes) {
  private static final List<String> TELLING =
      List.of("avx2", "fma", "avx512f", "avx512_bf16", "avx512_fp16", "amx_tile", "amx_bf16");

  public static Machine here() {
    return new Machine(
        cpu("model name").orElse(System.getProperty("os.arch", "")),
        Runtime.getRuntime().availableProcessors(),
        fastInstructions(),
        MachineMemory.totalBytes(),
        MachineMemory.availableBytes());
  }

  /**
   * Says what computes from now on, the whole program through.
   *
   * @param device such as {@code cpu} or {@code cuda}
   * @throws IllegalArgumentException where this machine or this build has no such device
   */
  public static void computeOn(String device) {
    new Device(device).useEverywhere();
  }

  /** The most memory that this process has held, native memory included. */
  public static long peakBytes() {
    return MachineMemory.peakBytes();
  }

  /**
   * Operations a second of a matrix product, measured for some milliseconds.
   *
   * @param perSecond by the name of the type
   * @param chosen the type that films are computed in here
   * @param threads that compute
   */
  public record Rates(Map<String, Double> perSecond, String chosen, int threads) {
    public Rates {
      perSecond = Map.copyOf(perSecond);
    }
  }

  /** Measures how fast libtorch multiplies here; loads it where it is not loaded yet. */
  public static Rates rates() {
    Native.matmulPrecision(Native.Precision.MEDIUM);
    Native.keepBlasToOneThread();
    var rates = new LinkedHashMap<String, Double>();
    MatrixRate.of(List.of(DType.FLOAT32, DType.BFLOAT16))
        .forEach((type, rate) -> rates.put(type.toString(), rate));
    return new Rates(rates, MatrixRate.fastest().toString(), Native.threads());
  }

  private static List<String> fastInstructions() {
    var flags = Set.copyOf(Arrays.asList(cpu("flags").orElse("").split(" +", -1)));
    return TELLING.stream().filter(flags::contains).toList();
  }

  /** What the system says of the first processor under this name. */
  private static Optional<String> cpu(String name) {
    var file = Path.of("/proc/cpuinfo");
    if (!Files.isReadable(file)) {
      return Optional.empty();
    }
    try (var lines = Files.lines(file)) {
      return lines
          .filter(line -> line.startsWith(name))
          .map(line -> line.substring(line.indexOf(':') + 1).strip())
          .findFirst();
    } catch (IOException _) {
      return Optional.empty();
    }
  }
}
