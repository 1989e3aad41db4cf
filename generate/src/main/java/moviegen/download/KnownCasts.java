package moviegen.download;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;

/** A list of casts that can be downloaded: the program's own, or one that a user wrote. */
public record KnownCasts(List<KnownCast> casts) {
  private static final int LONGEST = 1 << 20;

  public KnownCasts {
    casts = List.copyOf(casts);
  }

  /** The list that is shipped with the program. */
  public static KnownCasts shipped() {
    try (var list = KnownCasts.class.getResourceAsStream("casts.json")) {
      return parse(new JsonMapper().readTree(Objects.requireNonNull(list)));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** A list in a file of the same form. */
  public static KnownCasts read(Path file) {
    try {
      if (Files.size(file) > LONGEST) {
        throw new IllegalArgumentException(
            "%s may have at most %,d bytes, it has %,d."
                .formatted(file, LONGEST, Files.size(file)));
      }
      return parse(new JsonMapper().readTree(Files.readString(file)));
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException(
          "%s is not JSON: %s.".formatted(file, e.getOriginalMessage()), e);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static KnownCasts parse(JsonNode list) {
    if (!list.isArray() || list.isEmpty()) {
      throw new IllegalArgumentException("A list of casts is a JSON array of them.");
    }
    var casts = new ArrayList<KnownCast>();
    list.forEach(entry -> casts.add(KnownCast.parse(entry)));
    return new KnownCasts(casts);
  }

  /**
   * The cast of this name.
   *
   * @throws IllegalArgumentException names those that there are
   */
  public KnownCast named(String name) {
    return casts.stream()
        .filter(cast -> cast.name().equals(name))
        .findFirst()
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    "No cast \"%s\" can be downloaded; there is %s."
                        .formatted(
                            name,
                            casts.stream()
                                .map(KnownCast::name)
                                .collect(Collectors.joining(", ")))));
  }
}
