package moviegen.generate;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import moviegen.checkpoint.Checkpoint;

/**
 * One file of a cast.
 *
 * @param name what the file is: autoencoder, text, transformer, tokenizer, words
 * @param sha256 its hash in lower-case hexadecimal digits
 * @param size its length in bytes
 * @param license an SPDX identifier
 */
public record Part(String name, Path file, String sha256, long size, String license) {
  static Part parse(Path folder, String name, JsonNode entry) {
    String file = entry.path("file").asText("");
    Limits.require(
        !file.isBlank() && Path.of(file).getNameCount() == 1 && !file.startsWith("."),
        "The part \"%s\" of the cast %s must name a file in that folder, got \"%s\".",
        name,
        folder,
        file);
    var part =
        new Part(
            name,
            folder.resolve(file),
            entry.path("sha256").asText(""),
            entry.path("size").asLong(-1),
            entry.path("license").asText(""));
    part.checkSize();
    return part;
  }

  /** Whether what was trained with the file of this hash works with this one. */
  boolean standsFor(String hash) {
    if (hash.equals(sha256) || !file.toString().endsWith(".safetensors")) {
      return hash.equals(sha256);
    }
    try (var checkpoint = Checkpoint.open(file)) {
      return checkpoint.standsFor().contains(hash);
    }
  }

  private void checkSize() {
    Limits.require(
        Files.isRegularFile(file),
        "The part \"%s\" of the cast is missing: there is no file %s.",
        name,
        file);
    Limits.require(
        sha256.matches("[0-9a-f]{64}"),
        "The part \"%s\" of the cast needs a sha256 of 64 hexadecimal digits, got \"%s\".",
        name,
        sha256);
    try {
      Limits.require(
          Files.size(file) == size,
          "The part \"%s\" of the cast should have %,d bytes, %s has %,d.",
          name,
          size,
          file,
          Files.size(file));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** This part, once its file's hash was found to be the stated one. */
  Part verified() {
    try {
      Limits.require(
          VerifiedFiles.holds(file, sha256),
          "The part \"%s\" of the cast is not the file it should be: the sha256 of %s is not %s….",
          name,
          file,
          sha256.substring(0, 12));
      return this;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
