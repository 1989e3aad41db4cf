package moviegen.checkpoint;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import moviegen.tensor.DType;
import moviegen.tensor.Tensor;

/** The weights of one model, in one safetensors file or in several with an index. */
public final class Checkpoint implements AutoCloseable {
  /** The metadata that names the hashes of earlier files, with a space between them. */
  public static final String STANDS_FOR = "moviegen.stands_for";

  private static final String FILE = ".safetensors";
  private static final String INDEX = ".safetensors.index.json";

  private final Path path;
  private final List<Safetensors> files;
  private final Map<String, Safetensors> fileOf = new TreeMap<>();
  private final WeightScales scales;

  private Checkpoint(Path path, List<Safetensors> files) {
    this.path = path;
    this.files = files;
    for (Safetensors file : files) {
      file.names().forEach(name -> fileOf.put(name, file));
    }
    scales = WeightScales.of(fileOf);
  }

  /** Opens a safetensors file, an index of shards, or a folder that holds one of them. */
  public static Checkpoint open(Path path) {
    var found = Files.isDirectory(path) ? inFolder(path) : path;
    return found.toString().endsWith(INDEX)
        ? ofShards(found)
        : new Checkpoint(found, List.of(Safetensors.open(found)));
  }

  private static Path inFolder(Path folder) {
    for (String ending : List.of(INDEX, FILE)) {
      var found = endingIn(folder, ending);
      if (found.size() > 1) {
        throw new IllegalArgumentException(
            "%s: holds %d files *%s, expected one".formatted(folder, found.size(), ending));
      }
      if (!found.isEmpty()) {
        return found.getFirst();
      }
    }
    throw new IllegalArgumentException("%s: holds no file *%s".formatted(folder, FILE));
  }

  private static List<Path> endingIn(Path folder, String ending) {
    try (var list = Files.list(folder)) {
      return list.filter(file -> file.toString().endsWith(ending)).sorted().toList();
    } catch (IOException e) {
      throw new UncheckedIOException("%s: cannot be listed: %s".formatted(folder, e), e);
    }
  }

  private static Checkpoint ofShards(Path path) {
    var index = ShardIndex.read(path);
    var shards = new LinkedHashMap<String, Safetensors>();
    try {
      for (String shard : index.shards()) {
        var file = path.resolveSibling(shard);
        if (!Files.isRegularFile(file)) {
          throw new IllegalArgumentException("%s: the shard %s is missing".formatted(path, shard));
        }
        shards.put(shard, Safetensors.open(file));
      }
      shards.forEach((shard, file) -> index.check(shard, file.names()));
      return new Checkpoint(path, new ArrayList<>(shards.values()));
    } catch (RuntimeException e) {
      shards.values().forEach(Safetensors::close);
      throw e;
    }
  }

  public Path path() {
    return path;
  }

  /**
   * The hashes of earlier files of the same part for which this one stands: what was trained with
   * one of them works with it.
   */
  public List<String> standsFor() {
    var says = metadata().getOrDefault(STANDS_FOR, "");
    return says.isEmpty() ? List.of() : List.of(says.split(" "));
  }

  /** The safetensors files that hold the weights. */
  public List<Path> files() {
    return files.stream().map(Safetensors::path).toList();
  }

  /** The names of the weights; scales of weights in 8-bit floating point are none. */
  public Set<String> names() {
    var names = new TreeSet<>(fileOf.keySet());
    names.removeAll(scales.names());
    return Collections.unmodifiableSet(names);
  }

  /** What the files say of themselves, the first word on a key being the last. */
  public Map<String, String> metadata() {
    var all = new TreeMap<String, String>();
    files.forEach(file -> file.metadata().forEach(all::putIfAbsent));
    return all;
  }

  public DType dtype(String name) {
    return file(name).dtype(name);
  }

  public long[] shape(String name) {
    return file(name).shape(name);
  }

  /** A copy of the tensor {@code name}; in float32 where it has a scale. */
  public Tensor read(String name) {
    return scaled(name, file(name).read(name));
  }

  /**
   * Copies of some rows of the matrix {@code name}; the others are not touched.
   *
   * @return (n c)
   */
  public Tensor rows(String name, long... rows) {
    return scaled(name, file(name).rows(name, rows));
  }

  private Tensor scaled(String name, Tensor tensor) {
    var scale = scales.scaleOf().get(name);
    return scale == null
        ? tensor
        : tensor.to(DType.FLOAT32).mul_(file(scale).read(scale).to(DType.FLOAT32).reshape(1));
  }

  /** These weights under our names, in the type that the files have. */
  public CheckpointSource source(KeyMap keys) {
    return new CheckpointSource(this, keys);
  }

  private Safetensors file(String name) {
    var file = fileOf.get(name);
    if (file == null) {
      throw new IllegalArgumentException("%s: missing key %s".formatted(path, name));
    }
    return file;
  }

  @Override
  public void close() {
    files.forEach(Safetensors::close);
  }
}
