package moviegen.generate;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * The models that make a film together: a folder whose {@code cast.json} names each part's file,
 * length, hash and license. Opening one reads no weights.
 */
public record Cast(String name, Path folder, Map<String, Part> parts) {
  private static final String INDEX = "cast.json";
  private static final int LONGEST_INDEX = 1 << 20;

  public Cast {
    parts = Map.copyOf(parts);
  }

  /** The cast that is shipped with the program. */
  public static Cast tiny() {
    return named("tiny");
  }

  /** A shipped cast by its name, or any cast by its folder. */
  public static Cast named(String nameOrFolder) {
    var shipped =
        Stream.concat(
                Optional.ofNullable(System.getProperty("moviegen.home")).map(Path::of).stream(),
                Stream.iterate(
                    Path.of("").toAbsolutePath(), folder -> folder != null, Path::getParent))
            .map(home -> home.resolve("weights").resolve(nameOrFolder))
            .filter(folder -> Files.isRegularFile(folder.resolve(INDEX)))
            .findFirst();
    return open(shipped.orElse(Path.of(nameOrFolder)));
  }

  /** Reads a folder's index and checks that every part is there, whole and inside the folder. */
  public static Cast open(Path folder) {
    var index = folder.resolve(INDEX);
    Limits.require(
        Files.isRegularFile(index),
        "A cast is \"tiny\" or a folder with a %s; \"%s\" is neither.",
        INDEX,
        folder);
    try {
      Limits.require(
          Files.size(index) <= LONGEST_INDEX,
          "%s may have at most %,d bytes, it has %,d.",
          index,
          LONGEST_INDEX,
          Files.size(index));
      return parse(folder, new JsonMapper().readTree(Files.readString(index)));
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException(
          "%s is not JSON: %s.".formatted(index, e.getOriginalMessage()), e);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Cast parse(Path folder, JsonNode index) {
    var listed = index.path("parts");
    Limits.require(
        listed.isObject() && !listed.isEmpty(),
        "%s names no parts.",
        folder.resolve(INDEX));
    var parts = new LinkedHashMap<String, Part>();
    for (var entry : listed.properties()) {
      parts.put(entry.getKey(), Part.parse(folder, entry.getKey(), entry.getValue()));
    }
    return new Cast(index.path("name").asText(folder.getFileName().toString()), folder, parts);
  }

  /**
   * One part, its hash checked.
   *
   * @throws IllegalArgumentException where the cast has no such part or the file is another one
   */
  public Part part(String part) {
    return find(part)
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    "The cast \"%s\" has no part \"%s\"; it has %s."
                        .formatted(
                            name, part, String.join(", ", new TreeMap<>(parts).keySet()))))
        .verified();
  }

  public Optional<Part> find(String part) {
    return Optional.ofNullable(parts.get(part));
  }
}
