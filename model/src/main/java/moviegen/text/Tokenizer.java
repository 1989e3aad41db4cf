package moviegen.text;

import ai.djl.huggingface.tokenizers.HuggingFaceTokenizer;
import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;

/** Text to ids and back, as a local tokenizer.json says; nothing is ever fetched. */
public final class Tokenizer implements AutoCloseable {
  private static final long LARGEST_FILE = 128L << 20;

  static {
    System.setProperty("OPT_OUT_TRACKING", "true");
    System.setProperty("ai.djl.offline", "true");
    System.setProperty("RUST_FLAVOR", "cpu");
  }

  private final HuggingFaceTokenizer pieces;

  private Tokenizer(HuggingFaceTokenizer pieces) {
    this.pieces = pieces;
  }

  /** Reads a tokenizer.json. */
  public static Tokenizer read(Path file) {
    try {
      if (!Files.isRegularFile(file)) {
        throw new IllegalArgumentException("there is no tokenizer file " + file);
      }
      if (Files.size(file) > LARGEST_FILE) {
        throw new IllegalArgumentException(
            "a tokenizer file has at most %d bytes, %s has %d"
                .formatted(LARGEST_FILE, file, Files.size(file)));
      }
      return new Tokenizer(parse(file));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static HuggingFaceTokenizer parse(Path file) throws IOException {
    var options = Map.of("truncation", "false", "padding", "false");
    try {
      return HuggingFaceTokenizer.newInstance(
          new ByteArrayInputStream(Files.readAllBytes(file)), options);
    } catch (RuntimeException e) {
      throw new IllegalArgumentException("%s is not a tokenizer.json".formatted(file), e);
    }
  }

  /**
   * The ids of a text, the end marker last where the tokenizer has one.
   *
   * @return (m)
   */
  public int[] encode(String text) {
    return Arrays.stream(pieces.encode(text).getIds()).mapToInt(Math::toIntExact).toArray();
  }

  /**
   * The ids of a text, cut to a length; the last id, the end marker, always stays.
   *
   * @return (m), m at most longest
   */
  public int[] encode(String text, int longest) {
    int[] ids = encode(text);
    if (ids.length <= longest) {
      return ids;
    }
    int[] cut = Arrays.copyOf(ids, longest);
    cut[longest - 1] = ids[ids.length - 1];
    return cut;
  }

  /** How many ids the tokenizer of {@code file} has; nothing of it is kept. */
  public static int count(Path file) {
    try (var json = new JsonFactory().createParser(file.toFile())) {
      json.nextToken();
      return enter(json, "model") && enter(json, "vocab") ? entries(json) : 0;
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException("%s is not a tokenizer.json".formatted(file), e);
    } catch (IOException e) {
      throw new UncheckedIOException("%s: cannot be read: %s".formatted(file, e), e);
    }
  }

  /** Goes to the value of a field of the object that begins here, if it has one. */
  private static boolean enter(JsonParser json, String field) throws IOException {
    if (!json.isExpectedStartObjectToken()) {
      return false;
    }
    while (json.nextToken() == JsonToken.FIELD_NAME) {
      boolean found = field.equals(json.currentName());
      json.nextToken();
      if (found) {
        return true;
      }
      json.skipChildren();
    }
    return false;
  }

  /** The entries of the list or object that begins here. */
  private static int entries(JsonParser json) throws IOException {
    int entries = 0;
    while (!json.nextToken().isStructEnd()) {
      if (!json.hasToken(JsonToken.FIELD_NAME)) {
        entries++;
        json.skipChildren();
      }
    }
    return entries;
  }

  /** The text of ids, special ones left out. */
  public String decode(int[] ids) {
    return pieces.decode(Arrays.stream(ids).asLongStream().toArray(), true);
  }

  /** The pieces of a text, as words and parts of words. */
  public String[] pieces(String text) {
    return pieces.encode(text).getTokens();
  }

  @Override
  public void close() {
    pieces.close();
  }
}
