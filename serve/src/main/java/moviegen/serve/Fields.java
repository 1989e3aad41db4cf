package moviegen.serve;

import com.fasterxml.jackson.databind.JsonNode;
import io.javalin.http.Context;
import java.io.Closeable;
import java.io.IOException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.eclipse.jetty.http.MultiPart;

/**
 * What a request says, in whatever form it came: a multipart or URL-encoded form, or a JSON object.
 * A member of an object within has a name such as {@code video[id]}.
 */
final class Fields implements Closeable {
  private static final int LONGEST_BODY = 256 << 10;

  private final Map<String, String> texts;
  private final Map<String, Upload> uploads;
  private final Closeable source;

  private Fields(Map<String, String> texts, Map<String, Upload> uploads, Closeable source) {
    this.texts = texts;
    this.uploads = uploads;
    this.source = source;
    texts.forEach(
        (name, value) -> {
          if (!Text.isWhole(value)) {
            throw Refusal.wrong(
                Text.cut(name, 40),
                "\"%s\" has characters that no text has.".formatted(Text.cut(name, 40)));
          }
        });
  }

  static Fields read(Context context, Uploads place) throws IOException {
    try {
      return readBody(context, place);
    } catch (IOException e) {
      throw Problems.connection(e).map(Refusal::new).orElseThrow(() -> e);
    }
  }

  private static Fields readBody(Context context, Uploads place) throws IOException {
    String type = Optional.ofNullable(context.contentType()).orElse("");
    String kind = type.split(";", 2)[0].strip().toLowerCase(Locale.ROOT);
    return switch (kind) {
      case "multipart/form-data" -> multipart(context, place, type);
      case "application/json" -> json(body(context));
      case "application/x-www-form-urlencoded" -> form(body(context));
      default ->
          throw new Refusal(
              415,
              "unsupported_media_type",
              "A body is application/json or multipart/form-data, got \"%s\"."
                  .formatted(Text.cut(kind, 60)));
    };
  }

  private static Fields multipart(Context context, Uploads place, String type) throws IOException {
    var body = Body.of(context, Uploads.MOST);
    String boundary = boundary(type);
    place.enter();
    var parts = new Multipart(place);
    try {
      parts.read(body, boundary);
      return new Fields(parts.texts(), parts.uploads(), parts);
    } catch (IOException | RuntimeException e) {
      parts.close();
      throw e;
    } finally {
      place.leave();
    }
  }

  private static String boundary(String type) {
    try {
      return Optional.ofNullable(MultiPart.extractBoundary(type))
          .filter(text -> !text.isBlank() && text.length() <= 100)
          .orElseThrow(IllegalArgumentException::new);
    } catch (RuntimeException e) {
      throw new Refusal(
          400, "invalid_form", "A multipart form names a boundary of at most 100 characters.");
    }
  }

  private static byte[] body(Context context) throws IOException {
    return Body.of(context, LONGEST_BODY).readAllBytes();
  }

  static Fields json(byte[] body) {
    var texts = new LinkedHashMap<String, String>();
    if (body.length > 0) {
      Json.object(body).properties().forEach(e -> put(texts, e.getKey(), e.getValue(), true));
    }
    return new Fields(texts, Map.of(), () -> {});
  }

  private static void put(Map<String, String> texts, String name, JsonNode value, boolean deeper) {
    if (value.isObject() && deeper) {
      value
          .properties()
          .forEach(e -> put(texts, name + "[" + e.getKey() + "]", e.getValue(), false));
    } else if (value.isContainerNode()) {
      throw Refusal.wrong(
          name, "\"%s\" is a text, a number or true or false.".formatted(Text.cut(name, 40)));
    } else if (!value.isNull()) {
      texts.put(name, value.asText());
    }
  }

  private static Fields form(byte[] body) {
    var texts = new LinkedHashMap<String, String>();
    for (var pair : new String(body, StandardCharsets.UTF_8).split("&", 100)) {
      var sides = pair.split("=", 2);
      if (sides.length == 2) {
        texts.put(decoded(sides[0]), decoded(sides[1]));
      }
    }
    return new Fields(texts, Map.of(), () -> {});
  }

  private static String decoded(String text) {
    try {
      return URLDecoder.decode(text, StandardCharsets.UTF_8);
    } catch (IllegalArgumentException e) {
      throw new Refusal(400, "invalid_form", "The body is not a URL-encoded form.");
    }
  }

  /** Refuses a field that is not among these. */
  void requireOnly(Set<String> names) {
    var others = new ArrayList<>(texts.keySet());
    others.addAll(uploads.keySet());
    others.removeAll(names);
    if (!others.isEmpty()) {
      throw Refusal.wrong(
          others.getFirst(),
          "There is no field \"%s\"; there are %s."
              .formatted(
                  Text.cut(others.getFirst(), 40),
                  names.stream().sorted().collect(Collectors.joining(", "))));
    }
  }

  Optional<Upload> upload(String name) {
    return Optional.ofNullable(uploads.get(name));
  }

  Optional<String> text(String name) {
    return Optional.ofNullable(texts.get(name)).filter(value -> !value.isEmpty());
  }

  /** The prompt; an empty one where there is none, which a request then refuses. */
  String prompt() {
    return text("prompt").orElse("");
  }

  long whole(String name, long otherwise) {
    return text(name)
        .map(
            value -> {
              try {
                return Long.parseLong(value.strip());
              } catch (NumberFormatException e) {
                throw wrong(name, "a whole number", value);
              }
            })
        .orElse(otherwise);
  }

  int small(String name, int otherwise) {
    long value = whole(name, otherwise);
    if (value != (int) value) {
      throw wrong(name, "a smaller number", Long.toString(value));
    }
    return (int) value;
  }

  double number(String name, double otherwise) {
    return text(name)
        .map(
            value -> {
              try {
                double number = Double.parseDouble(value.strip());
                if (Double.isFinite(number)) {
                  return number;
                }
              } catch (NumberFormatException _) {
                // The sentence below says so.
              }
              throw wrong(name, "a number", value);
            })
        .orElse(otherwise);
  }

  /** True or false, where it is said. */
  Optional<Boolean> flag(String name) {
    return text(name)
        .map(
            value ->
                switch (value.strip().toLowerCase(Locale.ROOT)) {
                  case "true" -> true;
                  case "false" -> false;
                  default -> throw wrong(name, "true or false", value);
                });
  }

  private static Refusal wrong(String name, String kind, String value) {
    return Refusal.wrong(
        name, "%s takes %s, got \"%s\".".formatted(name, kind, Text.cut(value, 60)));
  }

  @Override
  public void close() throws IOException {
    source.close();
  }
}
