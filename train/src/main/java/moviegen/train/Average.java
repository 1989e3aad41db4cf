package moviegen.train;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import moviegen.checkpoint.Checkpoint;
import moviegen.tensor.DType;
import moviegen.tensor.Scope;
import moviegen.tensor.Tensor;
import moviegen.transformer.TransformerConfig;

/** The mean of the weights of several fine-tunings of one transformer (paper §3.2). */
final class Average {
  private static final String STEPS = "moviegen.steps";
  private static final String SAMPLES = "moviegen.samples";

  private Average() {}

  /** Leaves the mean of the transformers in {@code files} in {@code cast}. */
  static void of(List<Path> files, CastFolder cast) {
    for (var file : files) {
      if (!Files.exists(file)) {
        throw new IllegalArgumentException(
            "There is no %s to average; train %s first"
                .formatted(file, file.getName(file.getNameCount() - 2)));
      }
    }
    try (var _ = Scope.open()) {
      var says = says(files.getFirst());
      var mean = new HashMap<String, Tensor>();
      for (var file : files) {
        requireLike(says, file);
        try (var checkpoint = Checkpoint.open(file)) {
          for (var name : checkpoint.names()) {
            var share = checkpoint.read(name).to(DType.FLOAT32).mul(1.0 / files.size());
            mean.merge(name, share, Tensor::add);
          }
        }
      }
      cast.put(
          new Shipment(
              "transformer",
              mean,
              Json.read(says.getOrDefault("moviegen.config", "{}"), TransformerConfig.class),
              Json.map(says.getOrDefault("moviegen.needs", "{}"))),
          facts(files));
    }
  }

  private static Map<String, String> facts(List<Path> files) {
    return Map.of(
        "moviegen.recipe",
        files.stream()
            .map(file -> says(file).getOrDefault("moviegen.recipe", ""))
            .collect(Collectors.joining(", ", "average of ", "")),
        STEPS,
        Long.toString(sum(files, STEPS)),
        SAMPLES,
        Long.toString(sum(files, SAMPLES)));
  }

  private static long sum(List<Path> files, String fact) {
    return files.stream()
        .mapToLong(file -> Long.parseLong(says(file).getOrDefault(fact, "0")))
        .sum();
  }

  private static Map<String, String> says(Path file) {
    try (var checkpoint = Checkpoint.open(file)) {
      return checkpoint.metadata();
    }
  }

  /** Refuses weights of another shape, or trained with other parts. */
  private static void requireLike(Map<String, String> first, Path file) {
    var says = says(file);
    for (var fact : List.of("moviegen.part", "moviegen.config", "moviegen.needs")) {
      if (!first.getOrDefault(fact, "").equals(says.getOrDefault(fact, ""))) {
        throw new IllegalArgumentException(
            "%s cannot be averaged with the others: it has another %s".formatted(file, fact));
      }
    }
  }
}
