package moviegen.checkpoint;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** Which shard of a checkpoint holds which tensor. */
record ShardIndex(Path path, Map<String, String> shardOf) {
  private static final long MAX_BYTES = 100_000_000;
  private static final JsonMapper JSON =
      JsonMapper.builder()
          .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
          .enable(DeserializationFeature.FAIL_ON_MISSING_CREATOR_PROPERTIES)
          .enable(DeserializationFeature.FAIL_ON_NULL_CREATOR_PROPERTIES)
          .build();

  @JsonIgnoreProperties(ignoreUnknown = true)
  private record File(@JsonProperty("weight_map") Map<String, String> weightMap) {}

  ShardIndex {
    for (String shard : shardOf.values()) {
      if (!shard.matches("[\\w.-]+\\.safetensors")) {
        throw new IllegalArgumentException(
            "%s: a shard is called \"%s\", expected the name of a safetensors file beside it"
                .formatted(path, shard));
      }
    }
  }

  static ShardIndex read(Path path) {
    try {
      long size = Files.size(path);
      if (size > MAX_BYTES) {
        throw new IllegalArgumentException(
            "%s: the index has %d bytes, expected at most %d".formatted(path, size, MAX_BYTES));
      }
      return new ShardIndex(path, JSON.readValue(path.toFile(), File.class).weightMap());
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException(
          "%s: not an index of shards: %s".formatted(path, e.getOriginalMessage()), e);
    } catch (IOException e) {
      throw new UncheckedIOException("%s: cannot be read: %s".formatted(path, e), e);
    }
  }

  Set<String> shards() {
    return new TreeSet<>(shardOf.values());
  }

  /** Holds the index against what {@code shard} really has. */
  void check(String shard, Set<String> names) {
    for (String name : names) {
      if (!shard.equals(shardOf.get(name))) {
        throw new IllegalArgumentException(
            "%s: unexpected key %s in %s".formatted(path, name, shard));
      }
    }
    shardOf.forEach(
        (name, of) -> {
          if (of.equals(shard) && !names.contains(name)) {
            throw new IllegalArgumentException(
                "%s: missing key %s in %s".formatted(path, name, shard));
          }
        });
  }
}
