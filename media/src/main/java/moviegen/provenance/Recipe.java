package moviegen.provenance;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * Everything needed to make a film once more, as a JSON object: prompt, seed, size, steps, the cast
 * and the hashes of its weights, in the order they were given.
 *
 * @param values names in snake_case; texts, numbers, booleans, and lists and maps of these
 */
public record Recipe(Map<String, Object> values) {
  private static final int LONGEST = 1 << 18;

  private static final ObjectMapper JSON =
      new ObjectMapper(
              JsonFactory.builder()
                  .streamReadConstraints(
                      StreamReadConstraints.builder().maxNestingDepth(20).build())
                  .build())
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS);

  public static final Recipe EMPTY = new Recipe(Map.of());

  public Recipe {
    values.forEach(Recipe::check);
    values = Collections.unmodifiableMap(new LinkedHashMap<>(values));
  }

  private static void check(Object name, Object value) {
    switch (value) {
      case String _, Number _, Boolean _ -> {}
      case Map<?, ?> map -> map.forEach(Recipe::check);
      case Collection<?> all -> all.forEach(each -> check(name, each));
      default ->
          throw new IllegalArgumentException(
              "A recipe holds texts, numbers, booleans, lists and maps; %s is a %s."
                  .formatted(name, value.getClass().getSimpleName()));
    }
  }

  /** This recipe and one value more, or another value of that name. */
  public Recipe with(String name, Object value) {
    var more = new LinkedHashMap<>(values);
    more.put(name, value);
    return new Recipe(more);
  }

  /** Reads a JSON object. */
  public static Recipe parse(String json) {
    if (json.length() > LONGEST) {
      throw new IllegalArgumentException(
          "A recipe has at most %d characters, got %d.".formatted(LONGEST, json.length()));
    }
    try {
      var values = JSON.readValue(json, new TypeReference<LinkedHashMap<String, Object>>() {});
      values.values().removeIf(Objects::isNull);
      return new Recipe(values);
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException(
          "A recipe is a JSON object: %s.".formatted(e.getOriginalMessage()), e);
    }
  }

  /** The JSON object, on one line. */
  public String json() {
    try {
      return JSON.writeValueAsString(values);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("A recipe cannot be written as JSON.", e);
    }
  }

  public Optional<Object> find(String name) {
    return Optional.ofNullable(values.get(name));
  }

  public String text(String name) {
    return value(name, String.class, "text");
  }

  public long integer(String name) {
    var number = value(name, Number.class, "whole number");
    if (number.doubleValue() != Math.rint(number.doubleValue())) {
      throw wrong(name, "whole number", number);
    }
    return number.longValue();
  }

  public double decimal(String name) {
    return value(name, Number.class, "number").doubleValue();
  }

  private <T> T value(String name, Class<T> type, String expected) {
    var value =
        find(name)
            .orElseThrow(
                () -> new IllegalArgumentException("The recipe has no %s.".formatted(name)));
    if (!type.isInstance(value)) {
      throw wrong(name, expected, value);
    }
    return type.cast(value);
  }

  private static IllegalArgumentException wrong(String name, String expected, Object value) {
    return new IllegalArgumentException(
        "The recipe's %s is a %s, got %s.".formatted(name, expected, value));
  }
}
