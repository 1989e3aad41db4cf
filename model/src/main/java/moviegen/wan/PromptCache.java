package moviegen.wan;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import moviegen.checkpoint.Safetensors;
import moviegen.checkpoint.SafetensorsWriter;
import moviegen.tensor.Tensor;

/**
 * The features of prompts that were read before, as files; those not used for longest go first.
 *
 * @param folder where they are
 * @param model what tells the text encoder, its tokenizer and its type from all others
 * @param most files that may be there
 */
public record PromptCache(Path folder, String model, int most) {
  private static final String FEATURES = "features";
  private static final String ENDING = ".safetensors";
  private static final int MOST = 256;

  /** With room for some hundred prompts. */
  public PromptCache(Path folder, String model) {
    this(folder, model, MOST);
  }

  /** The features (1 m c) of a text that was read before. */
  public Optional<Tensor> find(String text) {
    var file = file(text);
    if (!Files.isRegularFile(file)) {
      return Optional.empty();
    }
    try (var kept = Safetensors.open(file)) {
      var features = kept.read(FEATURES);
      Files.setLastModifiedTime(file, FileTime.from(Instant.now()));
      return Optional.of(features);
    } catch (IllegalArgumentException | IOException _) {
      return Optional.empty();
    }
  }

  /** Keeps the features of a text. */
  public void keep(String text, Tensor features) {
    try {
      Files.createDirectories(folder);
      SafetensorsWriter.write(file(text), Map.of(FEATURES, features), Map.of());
      makeRoom();
    } catch (IOException e) {
      throw new UncheckedIOException("%s: cannot be written: %s".formatted(folder, e), e);
    }
  }

  private void makeRoom() throws IOException {
    var ages = new ArrayList<Map.Entry<Path, FileTime>>();
    try (var files = Files.list(folder)) {
      for (Path file : files.filter(f -> f.toString().endsWith(ENDING)).toList()) {
        ages.add(Map.entry(file, Files.getLastModifiedTime(file)));
      }
    }
    ages.sort(Map.Entry.comparingByValue(Comparator.reverseOrder()));
    for (var old : ages.stream().skip(most).toList()) {
      Files.deleteIfExists(old.getKey());
    }
  }

  private Path file(String text) {
    try {
      var digest = MessageDigest.getInstance("SHA-256");
      digest.update(model.getBytes(StandardCharsets.UTF_8));
      digest.update((byte) 0);
      digest.update(text.getBytes(StandardCharsets.UTF_8));
      return folder.resolve(HexFormat.of().formatHex(digest.digest()) + ENDING);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
