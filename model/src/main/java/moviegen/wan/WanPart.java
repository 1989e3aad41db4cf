package moviegen.wan;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import moviegen.checkpoint.Checkpoint;
import moviegen.checkpoint.KeyMap;
import moviegen.tensor.DType;

/**
 * One model of a folder as its tensors' names and shapes show it; no weight is read.
 *
 * @param path a safetensors file or the index of several
 * @param files those that hold the weights
 * @param keys their names to ours
 * @param weights by our names
 */
public record WanPart(
    Kind kind,
    Layout layout,
    Path path,
    List<Path> files,
    KeyMap keys,
    Map<String, Weight> weights) {

  /** What a model is for. */
  public enum Kind {
    TRANSFORMER,
    AUTOENCODER,
    TEXT_ENCODER;

    @Override
    public String toString() {
      return name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }
  }

  /** Whose names the tensors have. */
  public enum Layout {
    ORIGINAL,
    REPACKAGED,
    DIFFUSERS;

    @Override
    public String toString() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /**
   * A tensor as a file states it.
   *
   * @param name in the file
   */
  public record Weight(String name, List<Long> shape, DType dtype) {
    public Weight {
      shape = List.copyOf(shape);
    }

    long count() {
      return shape.stream().reduce(1L, Math::multiplyExact);
    }

    int size(int axis) {
      return Math.toIntExact(shape.get(axis));
    }
  }

  public WanPart {
    files = List.copyOf(files);
    weights = new TreeMap<>(weights);
  }

  static WanPart of(Checkpoint checkpoint, Kind kind, Layout layout, KeyMap keys) {
    var weights = new TreeMap<String, Weight>();
    for (String name : checkpoint.names()) {
      keys.apply(name).ifPresent(ours -> weights.put(ours, weight(checkpoint, name)));
    }
    return new WanPart(kind, layout, checkpoint.path(), checkpoint.files(), keys, weights);
  }

  private static Weight weight(Checkpoint checkpoint, String name) {
    var shape = Arrays.stream(checkpoint.shape(name)).boxed().toList();
    return new Weight(name, shape, checkpoint.dtype(name));
  }

  public long parameters() {
    return weights.values().stream().mapToLong(Weight::count).sum();
  }

  /** What the weights take in the files. */
  public long bytes() {
    return weights.values().stream().mapToLong(w -> w.count() * w.dtype().bytes()).sum();
  }

  /** The types of the weights, those of most first. */
  public List<DType> dtypes() {
    var counts =
        weights.values().stream()
            .collect(Collectors.groupingBy(Weight::dtype, Collectors.summingLong(Weight::count)));
    return counts.entrySet().stream()
        .sorted(Map.Entry.<DType, Long>comparingByValue().reversed())
        .map(Map.Entry::getKey)
        .toList();
  }

  public Checkpoint open() {
    return Checkpoint.open(path);
  }

  /** The tensor of one of our names. */
  Weight weight(String name) {
    var weight = weights.get(name);
    if (weight == null) {
      throw wrong("misses the tensor %s", name);
    }
    return weight;
  }

  /**
   * Holds these tensors against those that the model has.
   *
   * @param published names and shapes as the owners have them
   * @param names the owners' to ours
   */
  void check(Map<String, long[]> published, KeyMap names) {
    var expected = new TreeMap<String, long[]>();
    published.forEach(
        (name, shape) -> {
          String ours = names.apply(name).orElse(name);
          expected.put(ours, shape);
          var own = weights.get(ours);
          if (own == null) {
            throw wrong("misses the tensor %s", name);
          }
          if (!own.shape().equals(Arrays.stream(shape).boxed().toList())) {
            throw wrong(
                "has %s of shape %s, expected %s", own.name(), own.shape(), Arrays.toString(shape));
          }
        });
    for (var entry : weights.entrySet()) {
      if (!expected.containsKey(entry.getKey())) {
        throw wrong("has a tensor %s, which this model does not know", entry.getValue().name());
      }
    }
  }

  @SuppressWarnings("AnnotateFormatMethod")
  private IllegalArgumentException wrong(String what, Object... values) {
    return new IllegalArgumentException(
        "The %s in %s %s.".formatted(kind, path, what.formatted(values)));
  }
}
