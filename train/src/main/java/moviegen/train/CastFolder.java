package moviegen.train;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.function.Function;
import moviegen.checkpoint.Checkpoint;
import moviegen.checkpoint.KeyMap;
import moviegen.checkpoint.SafetensorsWriter;
import moviegen.checkpoint.Sha256;
import moviegen.nn.Init;
import moviegen.nn.Params;
import moviegen.tensor.DType;
import moviegen.tensor.Scope;
import moviegen.tensor.Tensor;

/**
 * A cast in the making: the folder in which each recipe leaves its part, and finds those that it
 * builds on. {@code cast.json} names every part's file, hash, length and license.
 */
public record CastFolder(Path path) {
  private static final String INDEX = "cast.json";
  private static final String WEIGHTS = ".safetensors";
  static final String LICENSE = "Apache-2.0";
  private static final ObjectMapper JSON =
      new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT);

  /**
   * Writes a part's weights in bfloat16, with what they must say of themselves.
   *
   * @param facts the run's own: recipe, steps, samples, seed
   */
  public void put(Shipment shipment, Map<String, String> facts) {
    put(
        shipment.part(),
        shipment.part() + WEIGHTS,
        file ->
            SafetensorsWriter.write(
                file, shipment.tensors(), shipment.says(facts), DType.BFLOAT16));
  }

  /** Takes over the parts that {@code other} has, this cast has not, and that fit to its others. */
  public void adopt(CastFolder other) {
    other
        .index()
        .path("parts")
        .fieldNames()
        .forEachRemaining(
            part -> {
              if (!has(part) && other.fits(part, this)) {
                var file = other.file(part);
                put(part, String.valueOf(file.getFileName()), copy -> copy(file, copy));
              }
            });
  }

  /** Whether {@code other} has nothing else in place of what this cast's part was trained with. */
  private boolean fits(String part, CastFolder other) {
    return !file(part).toString().endsWith(WEIGHTS)
        || Json.map(metadata(part).getOrDefault("moviegen.needs", "{}")).entrySet().stream()
            .allMatch(
                need ->
                    !other.has(need.getKey())
                        || other.hashesOf(need.getKey()).contains(need.getValue()));
  }

  private static void copy(Path from, Path to) {
    try {
      Files.copy(from, to, StandardCopyOption.REPLACE_EXISTING);
    } catch (IOException e) {
      throw new UncheckedIOException("%s: cannot be copied: %s".formatted(from, e), e);
    }
  }

  /** Adds a part that {@code writer} writes. */
  public void put(String part, String file, Consumer<Path> writer) {
    try {
      Files.createDirectories(path);
      var target = path.resolve(file);
      writer.accept(target);
      var index = index();
      index
          .withObjectProperty("parts")
          .putObject(part)
          .put("file", file)
          .put("sha256", Sha256.of(target))
          .put("size", Files.size(target))
          .put("license", LICENSE);
      var beside = path.resolve(INDEX + ".part");
      JSON.writeValue(beside.toFile(), index);
      Files.move(beside, path.resolve(INDEX), StandardCopyOption.ATOMIC_MOVE);
    } catch (IOException e) {
      throw new UncheckedIOException("%s: cannot be written: %s".formatted(path, e), e);
    }
  }

  public Path file(String part) {
    String name = index().path("parts").path(part).path("file").asText("");
    if (name.isEmpty() || !Files.exists(path.resolve(name))) {
      throw new IllegalArgumentException(
          "%s has no part \"%s\"; train it first".formatted(path, part));
    }
    return path.resolve(name);
  }

  public boolean has(String part) {
    return index().path("parts").has(part);
  }

  /** The hash of a part's file, as stated when it was left here. */
  public String sha256(String part) {
    return index().path("parts").path(part).path("sha256").asText();
  }

  /** The hash of a part's file, then those of the earlier files for which it stands. */
  public List<String> hashesOf(String part) {
    var hashes = new ArrayList<>(List.of(sha256(part)));
    if (file(part).toString().endsWith(WEIGHTS)) {
      try (var checkpoint = Checkpoint.open(file(part))) {
        hashes.addAll(checkpoint.standsFor());
      }
    }
    return List.copyOf(hashes);
  }

  /** The hashes of some parts, by their names. */
  public Map<String, String> hashes(Iterable<String> parts) {
    var hashes = new TreeMap<String, String>();
    parts.forEach(part -> hashes.put(part, sha256(part)));
    return hashes;
  }

  public Map<String, String> metadata(String part) {
    try (var checkpoint = Checkpoint.open(file(part))) {
      return checkpoint.metadata();
    }
  }

  /** What a part's model is built from. */
  public <C> C config(String part, Class<C> type) {
    return Json.read(metadata(part).getOrDefault("moviegen.config", "{}"), type);
  }

  /** A part's parameters as a model asks for them, in {@code dtype}; nothing may be left over. */
  public <M> M load(String part, DType dtype, Function<Params.Source, M> model) {
    return load(part, KeyMap.IDENTITY, dtype, model);
  }

  /** As {@link #load(String, DType, Function)}, of the parameters that {@code keys} leaves. */
  public <M> M load(String part, KeyMap keys, DType dtype, Function<Params.Source, M> model) {
    try (var checkpoint = Checkpoint.open(file(part));
        var _ = Scope.open()) {
      var source = checkpoint.source(keys).as(dtype);
      var loaded = model.apply(source);
      source.requireAllUsed();
      return loaded;
    }
  }

  /** Fills {@code tensors} with the values that a part's file has under their names. */
  public void copy(String part, Map<String, Tensor> tensors) {
    load(
        part,
        DType.FLOAT32,
        source -> {
          tensors.forEach(
              (name, tensor) -> {
                try (var _ = Scope.open()) {
                  tensor.copy_(source.get(name, Init.ZEROS, tensor.shape()));
                }
              });
          return part;
        });
  }

  private ObjectNode index() {
    var file = path.resolve(INDEX);
    try {
      return Files.exists(file)
          ? (ObjectNode) JSON.readTree(file.toFile())
          : JSON.createObjectNode().put("name", String.valueOf(path.getFileName()));
    } catch (IOException e) {
      throw new UncheckedIOException("%s: cannot be read: %s".formatted(file, e), e);
    }
  }
}
