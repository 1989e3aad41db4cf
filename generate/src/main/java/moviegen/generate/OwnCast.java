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
import moviegen.provenance.Recipe;
import moviegen.wan.WanFolder;

/**
 * A cast of this program's own models: a folder whose {@code cast.json} names each part's file,
 * length, hash and license. Opening one reads no weights.
 *
 * @param silent the text tower that is shown nothing, if one is, to see what it is good for
 */
public record OwnCast(String name, Path folder, Map<String, Part> parts, Optional<String> silent)
    implements Cast {
  private static final String WITHOUT = "without";
  private static final String INDEX = "cast.json";
  private static final int LONGEST_INDEX = 1 << 20;

  public OwnCast {
    parts = Map.copyOf(parts);
  }

  static boolean isIn(Path folder) {
    return Files.isRegularFile(folder.resolve(INDEX));
  }

  /** Reads a folder's index and checks that every part is there, whole and inside the folder. */
  static OwnCast open(Path folder) {
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

  private static OwnCast parse(Path folder, JsonNode index) {
    var listed = index.path("parts");
    Limits.require(
        listed.isObject() && !listed.isEmpty(), "%s names no parts.", folder.resolve(INDEX));
    var parts = new LinkedHashMap<String, Part>();
    for (var entry : listed.properties()) {
      parts.put(entry.getKey(), Part.parse(folder, entry.getKey(), entry.getValue()));
    }
    return new OwnCast(
        index.path("name").asText(folder.getFileName().toString()),
        folder,
        parts,
        Optional.empty());
  }

  /** The same cast, whose text tower {@code tower} is shown an empty text instead of prompts. */
  public OwnCast without(String tower) {
    Limits.require(
        parts.containsKey(tower),
        "The cast \"%s\" has no text tower \"%s\" to do without.",
        name,
        tower);
    return new OwnCast(name, folder, parts, Optional.of(tower));
  }

  /** The same cast, used as a film's recipe says. */
  OwnCast as(Recipe recipe) {
    return recipe.find(WITHOUT).isPresent() ? without(recipe.text(WITHOUT)) : this;
  }

  /** Whether its transformer is one that others published. */
  boolean isOfWan() {
    var transformer = parts.get("transformer");
    return transformer != null && WanFolder.isTransformer(transformer.file());
  }

  @Override
  public Defaults defaults() {
    return Defaults.TINY;
  }

  @Override
  public Map<String, Object> settings() {
    return silent.<Map<String, Object>>map(tower -> Map.of(WITHOUT, tower)).orElseGet(Map::of);
  }

  @Override
  public Optional<Part> find(String part) {
    return Optional.ofNullable(parts.get(part));
  }

  /** The part {@code needed}, without which {@code part} cannot be used. */
  Part requireFor(String part, String needed) {
    return find(needed)
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    "The part \"%s\" of the cast \"%s\" works with a part \"%s\", which is not there."
                        .formatted(part, name, needed)));
  }

  @Override
  public Map<String, String> hashes() {
    var hashes = new TreeMap<String, String>();
    parts.forEach((part, file) -> hashes.put(part, file.sha256()));
    return hashes;
  }
}
