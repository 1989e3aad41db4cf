package moviegen.download;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.regex.Pattern;

/**
 * One file of a known cast, and where it is published.
 *
 * @param part what the file is: transformer, text, autoencoder, tokenizer
 * @param repository owner and name, as {@code owner/name}
 * @param revision the commit it is taken from
 * @param path where it is in the repository
 * @param size its length in bytes, where it is known
 * @param sha256 its hash in lower-case hexadecimal digits, where it is known
 */
public record CastFile(
    String part,
    String repository,
    String revision,
    String path,
    OptionalLong size,
    Optional<String> sha256) {
  private static final long LARGEST = 1L << 50;
  private static final Pattern WORD = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]*");
  private static final Pattern HASH = Pattern.compile("[0-9a-f]{64}");

  public CastFile {
    check(part, "part");
    check(revision, "revision");
    words(repository, "repository");
    words(path, "path");
    if (size.isPresent() && (size.getAsLong() < 1 || size.getAsLong() > LARGEST)) {
      throw new IllegalArgumentException(
          "The size of %s is a number of bytes, got %d.".formatted(path, size.getAsLong()));
    }
    if (sha256.isPresent() && !HASH.matcher(sha256.get()).matches()) {
      throw new IllegalArgumentException(
          "The sha256 of %s has 64 hexadecimal digits, got \"%s\".".formatted(path, sha256.get()));
    }
  }

  static CastFile parse(JsonNode entry) {
    return new CastFile(
        entry.path("part").asText(""),
        entry.path("repository").asText(""),
        entry.path("revision").asText(""),
        entry.path("path").asText(""),
        entry.hasNonNull("size")
            ? OptionalLong.of(entry.path("size").asLong(-1))
            : OptionalLong.empty(),
        Optional.ofNullable(entry.get("sha256")).map(JsonNode::asText));
  }

  /** The name that it has in the cast's folder. */
  public String name() {
    return path.substring(path.lastIndexOf('/') + 1);
  }

  private static void words(String path, String what) {
    for (String word : path.split("/", -1)) {
      check(word, what);
    }
  }

  private static void check(String word, String what) {
    if (!WORD.matcher(word).matches()) {
      throw new IllegalArgumentException(
          "The %s of a file is made of letters, digits, dots, dashes and underscores, got \"%s\"."
              .formatted(what, word));
    }
  }
}
