package moviegen.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Supplier;
import moviegen.checkpoint.Checkpoint;
import moviegen.checkpoint.SafetensorsWriter;
import moviegen.nn.Params;
import moviegen.tensor.DType;
import moviegen.tensor.HostMemory;
import moviegen.tensor.Native;
import moviegen.tensor.Ops;
import moviegen.tensor.Scope;
import moviegen.tensor.Tensor;
import moviegen.text.StreamedT5;
import moviegen.text.T5Config;
import moviegen.text.T5Encoder;
import moviegen.text.T5Keys;
import moviegen.wan.Published;

/**
 * A UMT5 of the real widths and few layers, read layer by layer and as a whole: memory, time, and
 * how far apart the results are.
 */
public final class TextStreaming {
  private static final int WORDS = 100;
  private static final int CHUNK = 1 << 24;

  private TextStreaming() {}

  public static void main(String[] args) throws IOException {
    int layers = args.length == 0 ? 4 : Integer.parseInt(args[0]);
    Native.matmulPrecision(Native.Precision.MEDIUM);
    var config = withDepth(layers);
    var folder = Files.createTempDirectory("moviegen-bench");
    var file = folder.resolve("umt5.safetensors");
    try (var _ = Scope.open();
        var _ = Native.noGrad()) {
      write(file, config);
      Peak.forget();
      System.out.printf(
          Locale.ROOT,
          "UMT5, %d layers, %.2f GB in the file; without a model the process takes %d MB%n",
          layers,
          Files.size(file) / 1e9,
          Peak.megabytes());
      var streamed = timed("layer by layer", () -> streamed(file, config));
      var whole = timed("as a whole", () -> whole(file, config));
      double far = streamed.sub(whole).pow(2).sum().item() / whole.pow(2).sum().item();
      System.out.printf(Locale.ROOT, "apart by %.1e%n", Math.sqrt(far));
    } finally {
      Files.deleteIfExists(file);
      Files.deleteIfExists(folder);
    }
  }

  private static T5Config withDepth(int depth) {
    var whole = T5Config.UMT5_XXL;
    return new T5Config(
        whole.vocabulary(),
        whole.width(),
        depth,
        whole.heads(),
        whole.headWidth(),
        whole.hidden(),
        whole.buckets(),
        whole.farthest(),
        whole.activation(),
        whole.sharedPositions());
  }

  /** All matrices from the same small random numbers, norms of ones. */
  private static void write(Path file, T5Config config) {
    var forms = new TreeMap<String, SafetensorsWriter.Form>();
    Published.text(config)
        .forEach(
            (name, shape) -> {
              var lengths = Arrays.stream(shape).boxed().toList();
              forms.put(name, new SafetensorsWriter.Form(DType.BFLOAT16, lengths));
            });
    try (var _ = Scope.open()) {
      var pool = Ops.randn(CHUNK).mul(0.02);
      SafetensorsWriter.stream(
          file,
          forms,
          (name, _, count) -> name.contains("norm") ? Ops.ones(count) : pool.narrow(0, 0, count),
          Map.of());
    }
  }

  private static int[] words() {
    int[] ids = new int[WORDS];
    Arrays.setAll(ids, i -> (i * 2557 + 17) % T5Config.UMT5_XXL.vocabulary());
    return ids;
  }

  private static Tensor streamed(Path file, T5Config config) {
    try (var checkpoint = Checkpoint.open(file)) {
      var encoder = new StreamedT5(checkpoint.source(T5Keys.WAN), config, DType.BFLOAT16);
      return encoder.encode(List.of(words())).getFirst();
    }
  }

  private static Tensor whole(Path file, T5Config config) {
    try (var checkpoint = Checkpoint.open(file);
        var params = Params.frozen(checkpoint.source(T5Keys.WAN).as(DType.BFLOAT16))) {
      var encoder = new T5Encoder(params, config, DType.BFLOAT16);
      long[] ids = Arrays.stream(words()).asLongStream().toArray();
      return encoder.encode(HostMemory.tensor(ids, 1, WORDS), Ops.ones(1, WORDS)).features();
    }
  }

  private static Tensor timed(String name, Supplier<Tensor> encoding) {
    Peak.forget();
    long start = System.nanoTime();
    var features = Scope.tidy(() -> encoding.get().to(DType.FLOAT32));
    System.out.printf(
        Locale.ROOT,
        "  %-16s %6.1f s, peak %,d MB%n",
        name,
        (System.nanoTime() - start) / 1e9,
        Peak.megabytes());
    return features;
  }
}
