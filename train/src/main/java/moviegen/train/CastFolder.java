package moviegen.train;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;
import moviegen.checkpoint.Checkpoint;
import moviegen.checkpoint.KeyMap;
import moviegen.checkpoint.SafetensorsWriter;
import moviegen.checkpoint.Sha256;
import moviegen.nn.Params;
import moviegen.tensor.DType;
import moviegen.tensor.Tensor;

/**
 * A cast in the making: the folder in which each recipe leaves its part, and finds those that it
 * builds on. {@code cast.json} names every part's file, hash, length and license.
 */
public record CastFolder(Path path) {
  private static final String INDEX = "cast.json";
  private static final String LICENSE = "Apache-2.0";
  private static final ObjectMapper JSON =
      new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT);

  /** A part's weights in bfloat16, with what they must say of themselves. */
  public void putWeights(String part, Params params, Map<String, String> metadata) {
    Map<String, Tensor> tensors = new TreeMap<>(params.asMap());
    var facts = new TreeMap<>(metadata);
    facts.put("moviegen.license", LICENSE);
    put(
        part,
        part + ".safetensors",
        file -> SafetensorsWriter.write(file, tensors, facts, DType.BFLOAT16));
  }

  /** A part that is text. */
  public void putText(String part, String file, String text) {
    put(
        part,
        file,
        path -> {
          try {
            var beside = path.resolveSibling(file + ".part");
            Files.writeString(beside, text, StandardCharsets.UTF_8);
            Files.move(beside, path, StandardCopyOption.ATOMIC_MOVE);
          } catch (IOException e) {
            throw new UncheckedIOException("%s: cannot be written: %s".formatted(path, e), e);
          }
        });
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

  public String sha256(String part) {
    return Sha256.of(file(part));
  }

  public Map<String, String> metadata(String part) {
    try (var checkpoint = Checkpoint.open(file(part))) {
      return checkpoint.metadata();
    }
  }

  /** Where the parameters of a part come from, in the type to keep them in. */
  public Params.Source weights(Checkpoint checkpoint, DType dtype) {
    return checkpoint.source(KeyMap.IDENTITY).as(dtype);
  }

  private void put(String part, String file, Consumer<Path> writer) {
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
