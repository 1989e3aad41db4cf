package moviegen.world;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Set;

/**
 * Prompts with their truth, one JSON object a line: {"id": …, "prompt": …, "truth": {…}}. Without
 * an id a prompt is called after its line: line-7.
 */
public final class PromptsFile {
  private static final Set<String> KEYS = Set.of("id", "prompt", "truth");
  private static final long LARGEST = 64L << 20;
  private static final ObjectMapper JSON =
      new ObjectMapper().enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS);

  private PromptsFile() {}

  /** Reads all prompts; an error names the file and the line. */
  public static List<Prompt> read(Path file) {
    var prompts = new ArrayList<Prompt>();
    var ids = new HashSet<String>();
    int number = 0;
    for (String line : lines(file)) {
      number++;
      if (line.isBlank()) {
        continue;
      }
      try {
        var prompt = parse(line, "line-" + number);
        if (!ids.add(prompt.id())) {
          throw new IllegalArgumentException("the id \"" + prompt.id() + "\" is there twice");
        }
        prompts.add(prompt);
      } catch (IllegalArgumentException e) {
        throw new IllegalArgumentException(
            "%s, line %d: %s".formatted(file, number, e.getMessage()), e);
      }
    }
    if (prompts.isEmpty()) {
      throw new IllegalArgumentException(file + " has no prompt in it");
    }
    return List.copyOf(prompts);
  }

  /** Writes prompts, one a line. */
  public static void write(Path file, List<Prompt> prompts) {
    try {
      Files.write(file, prompts.stream().map(PromptsFile::line).toList());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String line(Prompt prompt) {
    var object = JSON.createObjectNode();
    object.put("id", prompt.id()).put("prompt", prompt.prompt());
    var truth = object.putObject("truth");
    prompt.truth().forEach(truth::put);
    return object.toString();
  }

  private static Prompt parse(String line, String otherwise) {
    JsonNode object = tree(line);
    for (var entry : object.properties()) {
      if (!KEYS.contains(entry.getKey())) {
        throw new IllegalArgumentException(
            "a line has \"id\", \"prompt\" and \"truth\", got \"" + entry.getKey() + "\"");
      }
    }
    JsonNode truth = object.path("truth");
    if (!truth.isObject()) {
      throw new IllegalArgumentException(
          "\"truth\" is an object of attributes, got " + shown(truth));
    }
    var values = new LinkedHashMap<String, String>();
    truth.properties().forEach(e -> values.put(e.getKey(), text(truth, e.getKey())));
    String id = object.has("id") ? text(object, "id") : otherwise;
    return new Prompt(id, text(object, "prompt"), values);
  }

  private static JsonNode tree(String line) {
    try {
      JsonNode object = JSON.readTree(line);
      if (object.isObject()) {
        return object;
      }
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException("a line is one JSON object: " + e.getOriginalMessage(), e);
    }
    throw new IllegalArgumentException("a line is one JSON object, got " + line);
  }

  private static String text(JsonNode object, String key) {
    JsonNode value = object.path(key);
    if (!value.isTextual()) {
      throw new IllegalArgumentException("\"%s\" is a text, got %s".formatted(key, shown(value)));
    }
    return value.asText();
  }

  private static String shown(JsonNode value) {
    return value.isMissingNode() ? "nothing" : value.toString();
  }

  private static List<String> lines(Path file) {
    if (!Files.isRegularFile(file)) {
      throw new IllegalArgumentException("there is no prompts file " + file);
    }
    try {
      if (Files.size(file) > LARGEST) {
        throw new IllegalArgumentException(
            "a prompts file has at most %d bytes, %s has %d"
                .formatted(LARGEST, file, Files.size(file)));
      }
      return Files.readAllLines(file);
    } catch (IOException e) {
      throw new IllegalArgumentException("%s is not a text file in UTF-8".formatted(file), e);
    }
  }
}
